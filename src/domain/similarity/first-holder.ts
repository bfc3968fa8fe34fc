import { dayInThailand, type Instant } from '../iso-date.ts';

/** Since when a text has a clause: the day (month, year) stated for its adoption, else that of its publication here. */
export type Since = { readonly on: string; readonly basis: 'adopted' | 'published' };

export type DatedHolder = {
  readonly editionId: number;
  readonly adoptedOn: string | null;
  readonly publishedAt: Instant;
};

export const sinceOf = ({ adoptedOn, publishedAt }: Omit<DatedHolder, 'editionId'>): Since =>
  adoptedOn === null
    ? { on: dayInThailand(publishedAt), basis: 'published' }
    : { on: adoptedOn, basis: 'adopted' };

/**
 * Who had a clause first: the earliest by `sinceOf`, of equals the one that entered the register first. A year or a
 * month alone counts from its beginning. Undefined when nobody had it.
 */
export function firstHolder<T extends DatedHolder>(holders: readonly T[]): T | undefined {
  return holders.toSorted(
    (a, b) => sinceOf(a).on.localeCompare(sinceOf(b).on) || a.editionId - b.editionId,
  )[0];
}
