import abbreviations from '../../content/vocabularies/abbreviations.json' with { type: 'json' };
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits } from '../thai/units.ts';
import { countCompounds } from './compounds.ts';
import type { SearchRecord } from './search-record.ts';
import { type CountedWord, toWordList, type WordKind, type WordList } from './word-list.ts';

/** Collects the word list of a folder record by record. */
export type WordCollector = {
  readonly add: (record: SearchRecord) => void;
  readonly finish: () => WordList;
};

type Counted = { -readonly [K in keyof CountedWord]: CountedWord[K] };
type Found = { readonly kind: WordKind; readonly importance: number };

/** Words before the name of a place in the public administration. The name goes up to a space or a sign. */
const placeAfter =
  /(?:เทศบาล(?:ตำบล|เมือง|นคร)|ตำบล|อำเภอ|จังหวัด|(?<![ก-๎])(?:อบ[ตจ]|ท[ตมน]|[ตอจ])\.\s?)([ก-๎]{2,24})(?![ก-๎])/g;
const villageAfter = /(?:ชุมชน|ใหญ่|(?<![ก-๎]))บ้าน([ก-๎]{2,24})(?![ก-๎])/g;

const plain: Found = { kind: 'word', importance: 0 };
const stretchOf = {
  heading: { kind: 'word', importance: 2 },
  title: { kind: 'word', importance: 1 },
} as const;
const nameIn = {
  title: { kind: 'name', importance: 8 },
  text: { kind: 'name', importance: 3 },
  village: { kind: 'word', importance: 3 },
} as const;

const wordBreaker = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Words come from four places: names after ตำบล อำเภอ จังหวัด บ้าน and the like, headings and stretches of titles as
 * they stand, the words that a Thai dictionary cuts the texts into, and neighbours among these that keep together.
 * The dictionary is asked only here, at the time of building, so that browsers that cut differently do not matter.
 */
export function collectWords(): WordCollector {
  const counted = new Map<string, Counted>();
  const compounds = countCompounds();
  for (const { forms } of abbreviations.groups) {
    for (const form of forms) {
      for (const word of toSearchForm(form).split(' '))
        count(counted, joined(word), { ...plain, importance: 9 });
    }
  }
  return {
    add: (record) => {
      for (const [word, found] of wordsOf(record, compounds.add)) count(counted, word, found);
    },
    finish: () => {
      for (const [word, editions] of compounds.finish()) {
        if (!counted.has(word)) counted.set(word, { editions, asName: 0, importance: 0 });
      }
      return toWordList(counted);
    },
  };
}

function count(counted: Map<string, Counted>, word: string, { kind, importance }: Found): void {
  if (word.length < 2 || word.length > 40 || !/^(?:[\u0e01-\u0e4e]+|[a-z]{3,})$/.test(word)) return;
  const known = counted.get(word);
  if (known === undefined) {
    counted.set(word, { editions: 1, asName: Number(kind === 'name'), importance });
    return;
  }
  known.editions += 1;
  if (kind === 'name') known.asName += 1;
  if (importance > known.importance) known.importance = importance;
}

/** The words of one record, each once and as the most important of its places says. */
function wordsOf(
  record: SearchRecord,
  addRuns: (runs: readonly (readonly string[])[]) => void,
): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const title = toSearchForm(record.title);
  const place = toSearchForm(record.placeLine);
  const headings = record.sections.map(({ heading }) => toSearchForm(heading));
  const keywords = [record.keywords, record.laterKeywords ?? ''];
  const others = [...keywords, ...record.sections.map(({ text }) => text)].map(toSearchForm);
  const runs = [title, place, ...headings, ...others].map(cutWords);
  for (const word of runs.flat()) found.set(word, plain);
  addRuns(runs);
  const offer = (words: readonly string[], as: Found): void => {
    for (const word of words) if ((found.get(word)?.importance ?? -1) < as.importance) found.set(word, as);
  };
  const names = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map(([, name = '']) => name);
  const isStretch = (word: string): boolean => word.length > 3 && word.length <= 24;
  offer(
    headings
      .flatMap((heading) => heading.split(' '))
      .filter(isStretch)
      .map(joined),
    stretchOf.heading,
  );
  offer(title.split(' ').filter(isStretch).map(joined), stretchOf.title);
  for (const text of others) {
    offer(names(text, villageAfter), nameIn.village);
    offer(names(text, placeAfter), nameIn.text);
  }
  offer(
    [title, place].flatMap((text) => names(text, placeAfter)),
    nameIn.title,
  );
  offer(
    record.provinces.map((province) => joined(toSearchForm(province))),
    nameIn.title,
  );
  return found;
}

function cutWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of wordBreaker.segment(text)) {
    // An empty word keeps apart what a sign parts.
    words.push(isWordLike === true ? joined(segment) : '');
  }
  return words;
}

/** A word as the units of the index read it: without dots and other signs. */
function joined(word: string): string {
  if (/^[\u0e01-\u0e2e\u0e30-\u0e4e]+$/.test(word)) return word;
  return toUnits(word)
    .map(({ text }) => text)
    .join('');
}
