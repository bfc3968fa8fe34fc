import type { Manifest, Relation } from '../domain/edition.ts';
import { lineageNote } from '../domain/lineage.ts';
import type { WorkName } from '../domain/work.ts';
import { chapters } from './phrases.ts';
import { type Random, randomFrom } from './random.ts';
import {
  amounts,
  deeds,
  exceptions,
  joiners,
  syllables,
  things,
  unitsCounted,
  whens,
  wheres,
  whoActs,
} from './spread-phrases.ts';
import { testEditions, testWorkName } from './test-edition.ts';

/** The clauses of one work whose clauses spread. */
export const spreadClauses = 30;
const clausesPerChapter = 5;

/** Where a generated clause comes from: the same clause of an earlier work. Null for one written anew. */
export type ClauseOrigin = { readonly serial: number; readonly kind: 'copied' | 'adapted' } | null;

/**
 * Generated works among which clauses spread: of ten works seven took an earlier one for a model, the earliest most
 * often, and of their clauses nine in twenty are copies and seven in twenty adapted. A third of them say so for the whole work, a
 * third for single clauses, and a third not at all. The same for the same seed and number, and without looking at others.
 */
export function spreadEditions(
  seed: number,
  serial: number,
  places: readonly string[],
): { readonly name: WorkName; readonly editions: readonly Manifest[] } {
  const { name, editions } = testEditions(seed, serial, places);
  const texts = Array.from({ length: spreadClauses }, (_, index) => spreadClause(seed, serial, index).text);
  const relations = relationsOf(seed, serial);
  return {
    name,
    editions: editions.map((edition) => ({
      ...edition,
      relations,
      body: bodyOf(edition.edition === 1 ? texts : [...texts, newClause(randomFrom(seed + serial))]),
    })),
  };
}

/** The words of one clause, `index` from 0, and where they come from. */
export function spreadClause(
  seed: number,
  serial: number,
  index: number,
): { readonly text: string; readonly origin: ClauseOrigin } {
  const random = randomFrom(seed * 7_368_787 + serial * 1_009 + index);
  const model = modelOf(seed, serial);
  const share = random.below(20);
  if (model === null || share >= 16) return { text: newClause(random), origin: null };
  const { text } = spreadClause(seed, model, index);
  return share < 9
    ? { text, origin: { serial: model, kind: 'copied' } }
    : { text: adapted(text, random), origin: { serial: model, kind: 'adapted' } };
}

/** The earlier work that a work took for a model; null for one that took none. */
function modelOf(seed: number, serial: number): number | null {
  const random = randomFrom(seed * 15_485_863 + serial);
  if (serial === 1 || random.below(10) >= 7) return null;
  const place = random.below(1_000_000) / 1_000_000;
  return 1 + Math.floor((serial - 1) * place ** 2);
}

function relationsOf(seed: number, serial: number): readonly Relation[] {
  const model = modelOf(seed, serial);
  if (model === null || serial % 3 === 2) return [];
  const { type, slug } = testWorkName(model);
  if (serial % 3 === 0) return [{ kind: 'derives_from', target: `${type}/${slug}`, note: lineageNote(1) }];
  return Array.from({ length: spreadClauses }, (_, index) => index)
    .filter((index) => spreadClause(seed, serial, index).origin !== null)
    .slice(0, 5)
    .map((index) => {
      const to = { eid: `cl-${index + 1}`, label: `ข้อ ${index + 1}` };
      return {
        kind: 'derives_from',
        target: `${type}/${slug}#cl-${index + 1}`,
        note: lineageNote(1, to),
      } as const;
    });
}

const bodyOf = (texts: readonly string[]): string =>
  texts
    .map((text, index) => {
      const chapter = index / clausesPerChapter;
      const head = Number.isInteger(chapter)
        ? `## หมวด ${chapter + 1} ${chapters[chapter % chapters.length]}\n\n`
        : '';
      return `${head}### ข้อ ${index + 1}\n\n${text}`;
    })
    .join('\n\n');

const inventedName = (random: Random): string =>
  `${random.pick(syllables)}${random.pick(syllables)}${random.pick(syllables)}`;

const sentence = (random: Random): string => {
  const { pick } = random;
  const who = `${pick(whoActs)}${inventedName(random)}${pick(deeds)}${pick(things)}${inventedName(random)}`;
  const where = `${pick(wheres)}${inventedName(random)}${pick(whens)}`;
  return `${who} ${where} ${pick(amounts)} ${2 + random.below(58)} ${pick(unitsCounted)}`;
};

const newClause = (random: Random): string => {
  const sentences = Array.from({ length: 3 + random.below(3) }, () => sentence(random));
  return sentences.reduce((text, one) => `${text} ${random.pick(joiners)}${one}`);
};

/** The words as another test tambon writes them: another name, another number, and perhaps an exception or a deed. */
function adapted(text: string, random: Random): string {
  const pieces = text.split(' ');
  const at = random.below(pieces.length);
  const changed = pieces.map((piece, index) => {
    if (/^\d+$/.test(piece) && random.below(2) === 0) return String(2 + random.below(58));
    if (index !== at) return piece;
    return `${random.pick(wheres)}${inventedName(random)}`;
  });
  const more = random.below(2) === 0 ? ` ${random.pick(exceptions)}` : '';
  return `${changed.join(' ')}${more}`;
}
