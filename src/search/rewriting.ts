import { toUnits } from '../thai/units.ts';
import { otherNames } from './abbreviations.ts';
import { toPhrase } from './phrase.ts';
import type { Alternative, Query, QueryWord } from './query.ts';
import type { Reading, ReadOptions, ReadPiece } from './reading.ts';
import { roleOf } from './word-roles.ts';

/** One way to stand for a word of a query: as typed, left out, or read as other words. */
export type Option = { readonly word: QueryWord; readonly reading: Reading | null; readonly cost: number };

/** Reads a run of letters as words, cheapest first. */
export type Read = (letters: string, options: ReadOptions) => Promise<readonly Reading[]>;

/** A choice of one option for every word. */
export type Choice = { readonly options: readonly Option[]; readonly cost: number };

/** A word that fails may cost this much per letter; above it the query is honestly not found. */
const costPerLetter = 0.3;
const cheapest = 2.5;
const optionsPerWord = 6;
const choicesTried = 10;

/**
 * The ways to read a query that was not found as typed, cheapest first. Words that stand somewhere stay as typed,
 * unless every word does and only not together.
 * @param failing tells which words stand nowhere
 */
export async function choicesFor(
  query: Query,
  failing: readonly boolean[],
  read: Read,
): Promise<readonly Choice[]> {
  const noneFails = !failing.includes(true);
  let choices: Choice[] = [{ options: [], cost: 0 }];
  for (const [index, word] of query.words.entries()) {
    const options = await optionsFor(word, failing[index] === true, noneFails, read);
    choices = choices
      .flatMap((choice) =>
        options.map((option) => ({ options: [...choice.options, option], cost: choice.cost + option.cost })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, choicesTried);
  }
  return choices.filter(({ options }) => options.some(({ reading }) => reading !== null));
}

async function optionsFor(
  word: QueryWord,
  fails: boolean,
  noneFails: boolean,
  read: Read,
): Promise<readonly Option[]> {
  const asTyped: Option = { word, reading: null, cost: 0 };
  if (word.isQuoted) return fails ? [] : [asTyped];
  const letters = word.alternatives[0].phrase.units.map(({ text }) => text).join('');
  if (!fails && !noneFails && roleOf(letters) !== 'asking') return [asTyped];
  const limit = Math.max(cheapest, costPerLetter * letters.length);
  const readings = (await readingsOf(letters, read, fails))
    .filter(({ cost, pieces }) => cost <= limit && !isAsTyped(pieces, letters))
    .slice(0, optionsPerWord)
    .map((reading) => ({ word, reading, cost: reading.cost + (fails ? 0 : 0.5) }));
  return fails ? readings : [asTyped, ...readings];
}

/** Slips are looked for when parting the word as written leaves letters over or many short words. */
async function readingsOf(letters: string, read: Read, fails: boolean): Promise<readonly Reading[]> {
  const asWritten = await read(letters, { withSlips: false });
  const best = asWritten[0];
  if (!fails || (best !== undefined && isGood(best))) return asWritten;
  const costLimit = (best?.cost ?? Number.POSITIVE_INFINITY) + 0.6;
  const slipping = await read(letters, { withSlips: true, costLimit });
  return distinct([...asWritten, ...slipping].sort((a, b) => a.cost - b.cost));
}

/** Known words long enough to stand there by intent, or the name of a place after its kind. */
function isGood({ pieces }: Reading): boolean {
  return pieces.every(({ text, role, isKnown }, index) => {
    const isNamed = pieces[index - 1]?.role === 'place-word';
    return isKnown && (role !== 'content' || text.length >= (isNamed ? 4 : 6));
  });
}

function isAsTyped(pieces: readonly ReadPiece[], letters: string): boolean {
  return pieces.length === 1 && pieces[0]?.text === letters && pieces[0].role !== 'asking';
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ pieces }) => {
    const key = pieces.map(({ text }) => text).join('');
    const parted = pieces.map(({ text }) => text).join('|');
    const isNew = !seen.has(parted) && !(seen.has(key) && pieces.some(({ text, typed }) => text !== typed));
    seen.add(parted);
    seen.add(key);
    return isNew;
  });
}

/** A piece of a reading as a word of a query. */
export function toQueryWord(
  text: string,
  isCorrected: boolean,
  isOpen: boolean,
  isOptional: boolean,
): QueryWord {
  const units = toUnits(text);
  const first: Alternative = {
    kind: isCorrected ? 'corrected' : 'typed',
    written: text,
    phrase: toPhrase(units, isOpen),
  };
  const names = otherNames(text, units).map(
    (name): Alternative => ({
      kind: 'other-name',
      written: name.written,
      phrase: toPhrase(name.units, isOpen && name.endsAsTyped),
    }),
  );
  return { typed: text, isQuoted: false, isOptional, alternatives: [first, ...names] };
}
