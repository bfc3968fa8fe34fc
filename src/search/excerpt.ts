import { toSearchFormWithOffsets } from '../thai/normal-form.ts';
import { toUnits, type Unit } from '../thai/units.ts';
import type { Phrase } from './phrase.ts';

/** A stretch of text in an excerpt; marked when it is what the visitor looked for. */
export type ExcerptPart = { readonly text: string; readonly isMarked: boolean };

/** A stretch of the original text, in UTF-16 offsets, and the number of the phrase that stands there. */
export type Match = { readonly start: number; readonly end: number; readonly phrase: number };

/**
 * Finds phrases in a text as written. The same units and adjacency as the index, so what is marked is what matched.
 * Matches come in order of their beginning and may overlap.
 */
export function findMatches(text: string, phrases: readonly Phrase[]): readonly Match[] {
  const { units, offsets } = cut(text);
  const wanted = phrases
    .map((phrase, number) => ({ phrase, number }))
    .filter(({ phrase }) => phrase.units.length > 0);
  const matches: Match[] = [];
  for (let at = 0; at < units.length; at += 1) {
    for (const { phrase, number } of wanted) {
      if (!standsAt(units, at, phrase)) continue;
      const last = units[at + phrase.units.length - 1];
      const start = offsets[units[at]?.start ?? 0] ?? 0;
      matches.push({ start, end: offsets[last?.end ?? 0] ?? 0, phrase: number });
    }
  }
  return matches;
}

type CutText = { readonly units: readonly Unit[]; readonly offsets: Int32Array };

const cutTexts = new Map<string, CutText>();
const textsKept = 400;
const longestKept = 20_000;

/** A text is looked at several times for one result: to choose its clauses, to mark them, to cut an excerpt. */
function cut(text: string): CutText {
  const known = cutTexts.get(text);
  if (known !== undefined) return known;
  const { form, offsets } = toSearchFormWithOffsets(text);
  const made = { units: toUnits(form), offsets };
  if (text.length > longestKept) return made;
  if (cutTexts.size >= textsKept) cutTexts.delete(cutTexts.keys().next().value ?? '');
  cutTexts.set(text, made);
  return made;
}

function standsAt(units: readonly Unit[], at: number, phrase: Phrase): boolean {
  const end = phrase.units.length - 1;
  for (let index = 0; index <= end; index += 1) {
    const unit = units[at + index];
    const wanted = phrase.units[index];
    if (unit === undefined || wanted === undefined || unit.kind !== wanted.kind) return false;
    const isHere =
      index === end && phrase.isOpen ? unit.text.startsWith(wanted.text) : unit.text === wanted.text;
    if (!isHere) return false;
  }
  return true;
}

/** Cuts a whole text into marked and unmarked parts. */
export function markText(text: string, phrases: readonly Phrase[]): readonly ExcerptPart[] {
  return toParts(text, 0, text.length, findMatches(text, phrases));
}

/**
 * The stretch of about `length` characters with the most different phrases in it, with ellipses where it was cut.
 * Without a match it is the beginning of the text.
 */
export function cutExcerpt(text: string, phrases: readonly Phrase[], length = 200): readonly ExcerptPart[] {
  const matches = findMatches(text, phrases);
  const centre = bestStart(matches, length);
  const start = centre < length / 4 ? 0 : softBreak(text, centre - length / 4);
  const end = start + length >= text.length ? text.length : softBreak(text, start + length);
  const parts = toParts(text, start, end, matches);
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

function toParts(
  text: string,
  start: number,
  end: number,
  matches: readonly Match[],
): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = start;
  for (const match of matches) {
    const from = Math.max(match.start, at);
    const to = Math.min(match.end, end);
    if (from >= to) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    const previous = parts.at(-1);
    const marked = text.slice(from, to);
    if (previous?.isMarked === true && from === at) {
      parts[parts.length - 1] = { text: previous.text + marked, isMarked: true };
    } else {
      parts.push({ text: marked, isMarked: true });
    }
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isMarked: false });
  return parts;
}
