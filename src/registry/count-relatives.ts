import type { Register } from '../../db/connection.ts';
import { countTakersOf, listNamedEditions } from '../../db/lineage.ts';
import { findWork } from '../../db/works.ts';
import { mapEids } from '../domain/difference/follow-part.ts';
import { isLineageKind, lineageOf } from '../domain/lineage.ts';
import { succession } from '../domain/succession.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import type { EditionPage } from './steps/describe-edition.ts';
import { createPartsReader } from './steps/provision-path.ts';

/** Those who took a provision over are counted no further than this. */
export const mostCounted = 100;

/** How many relatives a provision has: where it was taken from, and who took it over. */
export type Relatives = { readonly from: number; readonly taken: number };

/** Counts the relatives of the clauses of an edition, by eid; clauses without any are left out. */
export async function countRelatives(
  { read }: Register,
  page: Pick<EditionPage, 'work' | 'manifest' | 'provisions' | 'editions' | 'currentNumber'>,
): Promise<ReadonlyMap<string, Relatives>> {
  const { work, manifest } = page;
  const clauses = page.provisions.flatMap(({ kind, eid }) => (kind === 'clause' ? [eid] : []));
  const from = new Map<string, number>();
  for (const relation of manifest.relations) {
    const { to } = lineageOf(relation);
    if (to !== null && isLineageKind(relation.kind)) from.set(to, (from.get(to) ?? 0) + 1);
  }
  const number = manifest.edition;
  const isCurrent = number === page.currentNumber;
  const own = clauses.flatMap((eid) => [
    { under: eid, edition: number, eid },
    ...(isCurrent ? [{ under: eid, edition: null, eid }] : []),
  ]);
  const older = isCurrent ? await namesInOlder({ read }, page) : [];
  const taken = await countTakersOf(read, work, [...own, ...older], mostCounted);
  return new Map(
    clauses.flatMap((eid) => {
      const relatives = { from: from.get(eid) ?? 0, taken: taken.get(eid) ?? 0 };
      return relatives.from + relatives.taken > 0 ? [[eid, relatives]] : [];
    }),
  );
}

/** What the provisions of the current edition were called in earlier ones from which others took. */
async function namesInOlder(
  { read }: Pick<Register, 'read'>,
  { work, editions, currentNumber }: Pick<EditionPage, 'work' | 'editions' | 'currentNumber'>,
) {
  const turns = succession(datedEditions(editions));
  const numbers = turns.filter((one) => one !== currentNumber);
  const named = await listNamedEditions(read, work, numbers);
  const stored = named.length === 0 ? null : await findWork(read, work);
  if (stored === null) return [];
  const readParts = createPartsReader(read, stored.id);
  const names: { under: string; edition: number; eid: string }[] = [];
  /** Eid in the edition that is looked at → eid in the current one. */
  let present: ReadonlyMap<string, string> | null = null;
  for (let at = turns.length - 2; at >= turns.indexOf(Math.min(...named)); at -= 1) {
    const [edition = 0, next = 0] = [turns[at], turns[at + 1]];
    const step = mapEids(await readParts(edition), await readParts(next));
    present = present === null ? step : throughBoth(step, present);
    if (named.includes(edition)) {
      for (const [eid, under] of present) names.push({ under, edition, eid });
    }
  }
  return names;
}

function throughBoth(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    [...first].flatMap(([eid, on]) => {
      const end = second.get(on);
      return end === undefined ? [] : [[eid, end] as const];
    }),
  );
}
