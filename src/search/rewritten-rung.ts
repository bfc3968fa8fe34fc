import { toUnits } from '../thai/units.ts';
import { findMostWords } from './coverage-rung.ts';
import type { Effort } from './effort.ts';
import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import type { Query, QueryWord } from './query.ts';
import { type ReadPiece, readRun } from './reading.ts';
import { type Choice, choicesFor, type Option, type Read, toQueryWord } from './rewriting.ts';
import { textStands, wordStands } from './stands-somewhere.ts';

/** What was found by reading a query in another way, and how it was read. */
export type Rewritten = {
  readonly kind: 'parts' | 'corrected' | 'coverage';
  /** The words that were looked for, as shown to the visitor. */
  readonly shown: string;
  readonly hits: readonly Hit[];
  /** Other corrections that cost about as much. */
  readonly others: readonly string[];
};

/** Corrections that cost so little more than the one shown are offered beside it. */
const aboutAsCheap = 0.7;
const offeredAtMost = 3;

/** Finds by the cheapest reading of the query with an answer; null when no reading has one. */
export async function findRewritten(
  query: Query,
  folders: readonly OpenFolder[],
  effort: Effort,
): Promise<Rewritten | null> {
  const lists = await Promise.all(folders.map((folder) => folder.words()));
  const read: Read = (letters, options) => readRun(lists, letters, options, effort);
  // The only word of a query that found nothing stands nowhere; of several it may be any.
  const failing =
    query.words.length === 1
      ? [true]
      : await Promise.all(query.words.map(async (word) => !(await wordStands(word, folders))));
  const choices = await choicesFor(query, failing, read);
  // A place of the kind that was typed first: ตำบลนาทวี rather than นาวี of whatever kind.
  const attempts = [true, false].flatMap((keepsPlaces) =>
    choices.map((choice, index) => ({ choice, index, keepsPlaces })),
  );
  for (const { choice, index, keepsPlaces } of attempts) {
    const words = await wordsOf(choice, folders, keepsPlaces);
    if (words === null) continue;
    const hits = await findAllWords({ typed: query.typed, words, whole: [], isBound: false }, folders);
    if (hits.length === 0) continue;
    const shown = words.map(({ typed }) => typed).join(' ');
    return {
      kind: isCorrected(choice) ? 'corrected' : 'parts',
      shown,
      hits: hits.map((hit) => ({ ...hit, tier: 'near' as const })),
      others: othersBeside(choice, choices.slice(index + 1)),
    };
  }
  return findMostOf(query, choices[0], failing, folders);
}

/** Documents with most of the words, when no document has all of them and every word stands somewhere. */
async function findMostOf(
  query: Query,
  choice: Choice | undefined,
  failing: readonly boolean[],
  folders: readonly OpenFolder[],
): Promise<Rewritten | null> {
  const asTyped = query.words.length > 2 && !failing.includes(true) ? query.words : null;
  const words = asTyped ?? (choice === undefined ? null : await wordsOf(choice, folders, false));
  if (words === null) return null;
  const hits = await findMostWords(words, folders);
  if (hits.length === 0) return null;
  return { kind: 'coverage', shown: words.map(({ typed }) => typed).join(' '), hits, others: [] };
}

function isCorrected({ options }: Choice): boolean {
  return options.some(({ reading }) => (reading?.slips ?? 0) > 0);
}

function othersBeside(chosen: Choice, rest: readonly Choice[]): readonly string[] {
  if (!isCorrected(chosen)) return [];
  const own = writtenAs(chosen);
  const others = rest
    .filter((choice) => choice.cost <= chosen.cost + aboutAsCheap && isCorrected(choice))
    .map(writtenAs)
    .filter((text) => text.replaceAll(' ', '') !== own.replaceAll(' ', ''));
  return [...new Set(others)].slice(0, offeredAtMost);
}

function writtenAs({ options }: Choice): string {
  return options
    .map(({ word, reading }) => reading?.pieces.map(({ text }) => text).join('') ?? word.typed)
    .join(' ');
}

/** The words to look for, or null when nothing is left of them. */
async function wordsOf(
  choice: Choice,
  folders: readonly OpenFolder[],
  keepsPlaces: boolean,
): Promise<Query['words'] | null> {
  const perOption = await Promise.all(choice.options.map((option) => wordsOfOption(option, folders)));
  if (keepsPlaces && perOption.some(({ lostPlace }) => lostPlace)) return null;
  const [first, ...rest] = perOption.flatMap(({ words }) => words);
  if (first === undefined) return null;
  const words: Query['words'] = [first, ...rest];
  return words.some(({ isOptional }) => !isOptional)
    ? words
    : [{ ...first, isOptional: false }, ...rest.map((word) => ({ ...word, isOptional: false }))];
}

async function wordsOfOption(
  { word, reading }: Option,
  folders: readonly OpenFolder[],
): Promise<{ readonly words: readonly QueryWord[]; readonly lostPlace: boolean }> {
  if (reading === null) return { words: [word], lostPlace: false };
  const run = textOf(reading.pieces);
  const isOneRun = reading.slips > 0 && (await textStands(run, folders));
  if (isOneRun) return { words: [toQueryWord(run, true, false, false)], lostPlace: false };
  const words: QueryWord[] = [];
  let lostPlace = false;
  const { pieces } = reading;
  for (let at = 0; at < pieces.length; ) {
    const { text, length } = await longestRun(pieces, at, folders);
    const joined = pieces.slice(at, at + length);
    const isLast = at + length === pieces.length;
    at += length;
    if (text === '') {
      lostPlace ||= joined[0]?.role === 'place-word';
      continue;
    }
    const corrected = joined.some((piece) => piece.text !== piece.typed);
    const isOpen = isLast && /[\p{L}\p{M}]$/u.test(text);
    words.push(
      toQueryWord(text, corrected, isOpen, joined.length === 1 && joined[0]?.role === 'any-document'),
    );
  }
  return { words, lostPlace };
}

/**
 * How many pieces from here on are one phrase. A word before a place and a word that binds belong to what follows
 * when they stand together in some text, and say nothing otherwise; short words keep to a neighbour where they can.
 */
async function longestRun(
  pieces: readonly ReadPiece[],
  at: number,
  folders: readonly OpenFolder[],
): Promise<{ readonly text: string; readonly length: number }> {
  const nothing = { text: '', length: 1 };
  const piece = pieces[at];
  // A lone letter that no word takes in is a slip of the finger.
  const isStray = pieces.length > 1 && piece?.isKnown === false && piece.text.length === 1;
  if (piece === undefined || piece.role === 'asking' || isStray) return nothing;
  let length = 1;
  let text = piece.text;
  if (leads(piece) && pieces.length > 1) {
    const bound = pieces.findIndex((next, index) => index > at && !leads(next));
    if (bound === -1 || pieces[bound]?.role === 'asking') return nothing;
    text = textOf(pieces.slice(at, bound + 1));
    length = bound + 1 - at;
    if (!(await textStands(text, folders))) return nothing;
  }
  for (;;) {
    const next = pieces[at + length];
    const last = pieces[at + length - 1];
    if (next === undefined || last === undefined) break;
    const isTail = leads(next) && at + length === pieces.length - 1;
    if (!isTail && !mayJoin(last, next)) break;
    if (!(await textStands(text + next.text, folders))) break;
    text += next.text;
    length += 1;
  }
  return { text, length };
}

const leads = ({ role }: ReadPiece): boolean => role === 'binding' || role === 'place-word';
const textOf = (pieces: readonly ReadPiece[]): string => pieces.map(({ text }) => text).join('');

function mayJoin(last: ReadPiece, next: ReadPiece): boolean {
  if (next.role !== 'content' || last.role !== 'content') return false;
  return isShort(last) || isShort(next);
}

function isShort({ text }: ReadPiece): boolean {
  return toUnits(text).length <= 2;
}
