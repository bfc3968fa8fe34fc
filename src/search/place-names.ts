import vocabulary from '../../content/vocabularies/place-names.json' with { type: 'json' };
import { readFrontCoded } from './front-coding.ts';

// Loaded only for what is not found as typed: 21 KB.

const names: ReadonlySet<string> = new Set(readFrontCoded(vocabulary.names));
const kinds: readonly string[] = vocabulary.kinds;

/**
 * Whether a word of a query, in the search form, is the official name of a province, district or tambon, with or
 * without its kind before it (ตราด, จ.ตราด, อำเภอเขาสมิง). Such a word is no slip of another one.
 */
export function isPlaceName(word: string): boolean {
  const plain = word.replaceAll(/\s/g, '');
  return (
    names.has(plain) || kinds.some((kind) => plain.startsWith(kind) && names.has(plain.slice(kind.length)))
  );
}
