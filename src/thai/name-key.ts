import { toSearchForm } from './normal-form.ts';

/**
 * The key under which a name is compared while it is being typed: the search form without spaces and punctuation, so
 * that อ.บ.ต. is อบต and ฉบับที่ ๒ is ฉบับที่2. Marks at the beginning, which belong to no letter, are dropped.
 */
export function toNameKey(text: string): string {
  return toSearchForm(text)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/^\p{M}+/u, '');
}

/** Whether a key is long enough to be the beginning of a name: one letter, whatever its marks, begins thousands. */
export const beginsName = (key: string): boolean => key.replace(/\p{M}/gu, '').length >= 2;
