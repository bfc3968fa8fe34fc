import { toSearchForm } from '../../thai/normal-form.ts';
import { kindOf, toUnitTexts } from '../../thai/units.ts';
import type { Provision } from '../provision.ts';

/**
 * Version of what is kept of the words of a clause so that clauses like it are found. Whoever changes the normal form,
 * the units, the shingles or the sketch raises it; what is kept is then made anew (a test holds a sample to it).
 */
export const wordingForm = 1;

/** Neighbouring units in one shingle: two or three words. */
export const shingleSpan = 5;
/** The shingles of a text by which it may be found: those with the smallest hashes. */
const sketchSize = 32;
/** Shorter texts are formulas ("ให้ใช้ตั้งแต่วันประกาศ") and are like each other by accident. */
const fewestUnits = 24;

/** The words of a clause, made ready for being found and compared. */
export type Wording = {
  /** Equal for texts of the same words: blanks, punctuation and the kind of digits do not count. Below 2^52. */
  readonly fingerprint: number;
  /** The hash of every shingle in the order of the text, below 2^31. In them a number is a number, whichever it is. */
  readonly shingles: Uint32Array;
};

/** The text of a part that is compared: what stands under its heading, or the heading where that says all. */
export const comparedText = ({ text, heading }: Pick<Provision, 'text' | 'heading'>): string =>
  text === '' ? (heading ?? '') : text;

/** The wordings of the parts of an edition by their order; a clause stands for its paragraphs, and short parts for nothing. */
export function wordingsOf(
  provisions: readonly Pick<Provision, 'kind' | 'order' | 'text' | 'heading'>[],
): readonly { readonly order: number; readonly wording: Wording }[] {
  return provisions.flatMap((provision) => {
    const wording = provision.kind === 'paragraph' ? null : wordingOf(comparedText(provision));
    return wording === null ? [] : [{ order: provision.order, wording }];
  });
}

/** Null for a text that is too short to be told from others. */
export function wordingOf(text: string): Wording | null {
  const units = toUnitTexts(toSearchForm(text));
  if (units.length < fewestUnits) return null;
  const hashes = new Uint32Array(units.length);
  const words = new Int32Array(units.length);
  for (const [at, unit] of units.entries()) {
    const hash = hashOf(unit);
    hashes[at] = hash;
    words[at] = scrambled(kindOf(unit) === 'number' ? anyNumber : hash);
  }
  const shingles = new Uint32Array(units.length - shingleSpan + 1);
  for (let at = 0; at < shingles.length; at += 1) {
    let hash = 0;
    for (let next = at; next < at + shingleSpan; next += 1) hash = mix(hash, words[next] ?? 0);
    shingles[at] = finish(hash) >>> 1;
  }
  return { fingerprint: fingerprintOf(hashes), shingles };
}

/** A few of the shingles of a text, each once and the smallest first: texts that share words share some of them. */
export function sketchOf({ shingles }: Pick<Wording, 'shingles'>): readonly number[] {
  const sorted = shingles.toSorted();
  return [...sorted.filter((shingle, at) => shingle !== sorted[at - 1]).subarray(0, sketchSize)];
}

function fingerprintOf(hashes: Uint32Array): number {
  let low = 0;
  let high = 0x2545f491;
  for (const hash of hashes) {
    low = mix(low, scrambled(hash));
    high = mix(high, scrambled(~hash));
  }
  return (finish(high) >>> 12) * 2 ** 32 + finish(low);
}

function hashOf(unit: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at += 1) hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193);
  return finish(hash);
}

const anyNumber = hashOf('0');

/** One step of MurmurHash3 with a word of 32 bits that was scrambled; many steps take the same word. */
const mix = (hash: number, word: number): number => (Math.imul(rotated(hash ^ word, 13), 5) + 0xe6546b64) | 0;

const scrambled = (word: number): number => Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The end of it, after which every bit depends on every other: a number from 0 to below 2^32. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
