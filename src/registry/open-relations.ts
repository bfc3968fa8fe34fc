import type { Register } from '../../db/connection.ts';
import {
  findTitles,
  type IncomingRelation,
  listIncomingRelations,
  type TitledWork,
} from '../../db/relations.ts';
import { listDeedsProvedBy, type ProvedDeed } from '../../db/submission-lists.ts';
import type { Relation } from '../domain/edition.ts';
import { type WorkName, workNamed } from '../domain/work.ts';
import { readSpreadOrigins } from './steps/read-spread.ts';

/** At most so many works that point at one are named on its page. */
const incomingMaximum = 50;

/** How a work is tied to others, seen from both ends. */
export type Relations = {
  /** What an edition points at, in its order. */
  readonly outgoing: readonly {
    readonly relation: Relation;
    /** Null when the register does not have the target. */
    readonly work: TitledWork | null;
    readonly eid: string | null;
  }[];
  /** The works whose current editions point at this one. */
  readonly incoming: readonly IncomingRelation[];
  /** How many there are, also past those that are named. */
  readonly incomingTotal: number;
  /** The accepted deeds of which the work is the proof. */
  readonly proves: readonly ProvedDeed[];
  /** The cases of which something stands in the work, also when it took it from others that did. */
  readonly spreadOf: readonly TitledWork[];
};

/** Looks up what an edition points at and what points at its work, with one question each. */
export async function openRelations(
  { read }: Register,
  name: WorkName,
  relations: readonly Relation[],
): Promise<Relations> {
  const targets = relations.map((relation) => {
    const [path = '', eid = null] = relation.target.split('#');
    return { relation, path, eid, name: workNamed(path) };
  });
  const origins = await readSpreadOrigins(read, name);
  const titles = await findTitles(read, [...targets.flatMap((target) => target.name ?? []), ...origins]);
  const { relations: incoming, total } = await listIncomingRelations(read, name, incomingMaximum);
  return {
    outgoing: targets.map(({ relation, path, eid }) => ({ relation, eid, work: titles.get(path) ?? null })),
    incoming,
    incomingTotal: total,
    spreadOf: origins.flatMap((origin) => titles.get(`${origin.type}/${origin.slug}`) ?? []),
    proves: await listDeedsProvedBy(read, name, incomingMaximum),
  };
}
