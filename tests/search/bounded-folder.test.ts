import { expect, it } from 'vitest';
import { maxTokens, withinBounds } from '../../src/search/bounded-folder.ts';
import { startEffort } from '../../src/search/effort.ts';
import type { OpenFolder } from '../../src/search/index-folder.ts';
import { climb } from '../../src/search/ladder.ts';
import { startLiveCatalogue } from '../../src/search/live-catalogue.ts';
import { occurrencesIn } from '../../src/search/occurrences.ts';
import { type Phrase, phraseKey, tokensOfPhrase, toPhrase } from '../../src/search/phrase.ts';
import { maxQueryLength, parseQuery } from '../../src/search/query.ts';
import { toUnits } from '../../src/thai/units.ts';
import { cpuOf } from '../support/cpu-of.ts';

/** A folder in which nothing stands, which notes what it is asked for. */
function emptyFolder(asked: Phrase[]): OpenFolder {
  return {
    dir: 'empty',
    catalogue: startLiveCatalogue().columns(),
    isHidden: () => false,
    findPhrase: (phrase) => {
      asked.push(phrase);
      return Promise.resolve(new Map());
    },
    isHeavy: () => false,
    narrow: () => Promise.resolve(null),
    words: () =>
      Promise.resolve([...'กขคงจ'].map((text) => ({ text: `${text}า`, kind: 'word', magnitude: 3 }))),
    readRecord: () => Promise.reject(new Error('nothing stands here')),
  };
}

const hostile = [
  'กาขาคางาจา'.repeat(20),
  'กาขา คางา '.repeat(20),
  'ธรรมนูญญตำบลลไผ่่'.repeat(11),
  'ก'.repeat(200),
  'ab '.repeat(66),
  '๑๒/๓๔/๕๖ '.repeat(22),
  'อบต.'.repeat(50),
  'qwerty '.repeat(28),
];

it.each(hostile)('%s looks up a bounded number of tokens, each phrase once', async (text) => {
  const asked: Phrase[] = [];
  const query = parseQuery(text.slice(0, maxQueryLength));
  if (!query.ok) return;
  const { value, cpu } = await cpuOf(() => climb(query.value, [emptyFolder(asked)]));
  expect(cpu).toBeLessThan(3000);
  expect(value.hits).toEqual([]);
  expect(asked.reduce((sum, phrase) => sum + tokensOfPhrase(phrase).length, 0)).toBeLessThanOrEqual(
    maxTokens,
  );
  expect(new Set(asked.map(phraseKey)).size).toBe(asked.length);
});

it('a folder within bounds answers with nothing once its bound is reached', async () => {
  const asked: Phrase[] = [];
  const bounded = withinBounds(emptyFolder(asked), startEffort(), 3);
  for (const text of ['กาก', 'ขาข', 'คาค', 'งาง', 'กาก'])
    await bounded.findPhrase(toPhrase(toUnits(text), false));
  expect(asked.length).toBe(3);
});

/** A folder in which every phrase stands in so many editions. */
const crowdedFolder = (editions: number): OpenFolder => ({
  ...emptyFolder([]),
  findPhrase: () =>
    Promise.resolve(new Map(Array.from({ length: editions }, (_, page) => [page, occurrencesIn(1)]))),
});

async function climbed(text: string, folder: OpenFolder, steps?: number) {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(query.refusal.code);
  return climb(query.value, [folder], startEffort(steps));
}

it('a query that would cost more steps than one may is cut, and says so', async () => {
  const words = 'กากา ขาขา คาคา งางา';
  expect((await climbed(words, crowdedFolder(1000), 5000)).isCut).toBe(false);
  expect((await climbed(words, crowdedFolder(1000), 1500)).isCut).toBe(true);
});

it('a query of more tokens than one may look up is cut, and says so', async () => {
  expect((await climbed('อบต.กากา', emptyFolder([]))).isCut).toBe(false);
  expect((await climbed('อบต.'.repeat(50), emptyFolder([]))).isCut).toBe(true);
});

it('the reading of letters ends when its steps are spent', async () => {
  expect((await climbed('กาขาคางาจา'.repeat(6), emptyFolder([]), 20)).isCut).toBe(true);
});
