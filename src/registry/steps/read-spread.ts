import {
  listCasesNamingWorks,
  listTakenBy,
  listTakenFrom,
  listTellingCases,
  type TakenOver,
} from '../../../db/adoptions.ts';
import type { Connection } from '../../../db/connection.ts';
import type { Known } from '../../../db/known.ts';
import type { AdoptionStatement } from '../../domain/adoption.ts';
import { statementsOfCase } from '../../domain/case-adoptions.ts';
import { lineageOf, lineageRemark } from '../../domain/lineage.ts';
import { originsOf, type Spread, spreadOf } from '../../domain/spread.ts';
import { keyOfWork, type WorkName, workNamed } from '../../domain/work.ts';

/** A spread is followed for so many hops, and so many statements are read; nobody reads a longer picture. */
const mostHops = 12;
const mostStatements = 1000;

export type ReadSpread = Spread & {
  /** False when there is more than is read. */
  readonly isWhole: boolean;
  /** The works that took something over, by `type/slug`. */
  readonly works: ReadonlyMap<string, TakenOver['work']>;
};

/**
 * Follows what is told of a work from one adopter to the next, with one question for each hop.
 * @param known up to which entries the register is read
 */
export async function readSpread(read: Connection, root: WorkName, known: Known): Promise<ReadSpread> {
  const works = new Map<string, TakenOver['work']>();
  const statements: AdoptionStatement[] = [];
  const asked = new Set<string>();
  let spread: Spread = { adoptions: [], adopters: 0, hops: 0 };
  let next: readonly WorkName[] = [root];
  for (let hop = 0; hop < mostHops && next.length > 0 && statements.length < mostStatements; hop += 1) {
    for (const work of next) asked.add(keyOfWork(work));
    for (const taken of await listTakenFrom(read, next, mostStatements - statements.length, known)) {
      works.set(keyOfWork(taken.work), taken.work);
      statements.push(...statementOf(taken));
    }
    statements.push(...(await listTellingCases(read, next, known)).flatMap(statementsOfCase));
    spread = spreadOf(root, statements);
    next = notYet(
      asked,
      spread.adoptions.flatMap(({ adopter: { work } }) => work ?? []),
    );
  }
  return { ...spread, works, isWhole: next.length === 0 && statements.length < mostStatements };
}

/** The cases of which something stands in a work, which took it from them or from others that did. */
export async function readSpreadOrigins(read: Connection, work: WorkName): Promise<readonly WorkName[]> {
  const statements: AdoptionStatement[] = [];
  const asked = new Set<string>();
  let next: readonly WorkName[] = [work];
  for (let hop = 0; hop < mostHops && next.length > 0 && statements.length < mostStatements; hop += 1) {
    for (const one of next) asked.add(keyOfWork(one));
    const taken = await listTakenBy(read, next, mostStatements - statements.length);
    const telling = await listTellingCases(read, await listCasesNamingWorks(read, next));
    const added = [...taken.flatMap(statementOf), ...telling.flatMap(statementsOfCase)];
    statements.push(...added);
    next = notYet(
      asked,
      added.map(({ origin }) => origin.work),
    );
  }
  return originsOf(work, statements).filter(({ type }) => type === 'cases');
}

/** Each of the works once, of which nothing was asked yet. */
const notYet = (asked: ReadonlySet<string>, works: readonly WorkName[]): readonly WorkName[] => [
  ...new Map(
    works.flatMap((work) => (asked.has(keyOfWork(work)) ? [] : [[keyOfWork(work), work] as const])),
  ).values(),
];

/** What a relation of an adopter states; nothing when it points at what no work can be named. */
function statementOf(taken: TakenOver): readonly AdoptionStatement[] {
  const { kind, note, target, eid, work, organisations, first } = taken;
  const origin = workNamed(target);
  if (origin === null) return [];
  const { type, slug } = work;
  return [
    {
      statedBy: 'adopter',
      kind,
      origin: { work: origin, eid },
      adopter: { work: { type, slug }, organisations, words: null },
      adapted: lineageOf({ target, note }).to,
      adaptedWords: null,
      date: first.adopted,
      change: lineageRemark(note),
      sources: [],
      told: { type, slug, edition: first.number },
    },
  ];
}
