import { findMatches, type MarkedPart, type Match, markMatches } from '../thai/mark-text.ts';
import type { Phrase } from './phrase.ts';

/**
 * The stretch of about `length` characters with the most different phrases in it, with ellipses where it was cut.
 * Without a match it is the beginning of the text.
 */
export function cutExcerpt(text: string, phrases: readonly Phrase[], length = 200): readonly MarkedPart[] {
  const matches = findMatches(text, phrases);
  const centre = bestStart(matches, length);
  const start = centre < length / 4 ? 0 : softBreak(text, centre - length / 4);
  const end = start + length >= text.length ? text.length : softBreak(text, start + length);
  const parts = markMatches(text, start, end, matches);
  return [
    ...(start > 0 ? [{ text: '… ', isMarked: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: ' …', isMarked: false }] : []),
  ];
}

function bestStart(matches: readonly Match[], length: number): number {
  let best = { start: matches[0]?.start ?? 0, score: 0 };
  for (const [index, { start }] of matches.entries()) {
    const near = matches.slice(index, index + 40).filter(({ end }) => end <= start + length * 0.75);
    const score = new Set(near.map(({ phrase }) => phrase)).size;
    if (score > best.score) best = { start, score };
  }
  return best.start;
}

/** How far from where an excerpt should begin or end it may, in characters. */
const before = 24;
const after = 12;

/** A place near `at` where a word begins: after the nearest space, or where the words of a dictionary part. */
function softBreak(text: string, at: number): number {
  const from = Math.round(at);
  const low = Math.max(0, from - before);
  const spaces = [...text.slice(low, from + after).matchAll(/\s/gu)].map(({ index }) => low + index + 1);
  const places = spaces.length > 0 ? spaces : wordStarts(text, low, from + after);
  let cut = places.reduce(
    (best, place) => (Math.abs(place - from) < Math.abs(best - from) ? place : best),
    low,
  );
  if (places.length === 0) cut = from;
  // Never inside a Thai cluster or a character, whatever the dictionary says.
  while (cut > 0 && /[\p{M}ะาำๅ\u{DC00}-\u{DFFF}]/u.test(text.charAt(cut))) cut -= 1;
  while (cut > 0 && /[เ-ไ]/.test(text.charAt(cut - 1))) cut -= 1;
  return cut;
}

/** A run-up of this many characters brings the dictionary back into step. */
const runUp = 32;
const wordBreaker = 'Segmenter' in Intl ? new Intl.Segmenter('th', { granularity: 'word' }) : null;

function wordStarts(text: string, low: number, high: number): readonly number[] {
  const origin = Math.max(0, low - runUp);
  const segments = wordBreaker?.segment(text.slice(origin, high + runUp)) ?? [];
  return [...segments]
    .map(({ index }) => origin + index)
    .filter((place) => place >= low && place <= high && place > 0);
}
