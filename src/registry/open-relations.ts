import type { Connection, Register } from '../../db/connection.ts';
import type { EditionEid } from '../../db/lineage.ts';
import { nameProvisions, type ProvisionName } from '../../db/provisions.ts';
import {
  countInstances,
  findTitles,
  listIncomingRelations,
  type RelationTie,
  type TitledWork,
} from '../../db/relations.ts';
import { listDeedsProvedBy, type ProvedDeed } from '../../db/submission-lists.ts';
import type { Relation } from '../domain/edition.ts';
import { lineageOf } from '../domain/lineage.ts';
import { keyOfWork, type WorkName } from '../domain/work.ts';
import { readSpreadOrigins } from './steps/read-spread.ts';

/** At most so many works that point at one are named on its page. */
const incomingMaximum = 50;

/** A tie with the provision at the other end by its name; null for the whole text, or what is not there. */
export type NamedTie = RelationTie & { readonly other: ProvisionName | null };

/** The ties of one kind between two works. */
export type WorkTies = {
  readonly kind: Relation['kind'];
  /** As it is written, `type/slug`. */
  readonly target: string;
  /** The work at the other end; null when the register does not have it. */
  readonly work: TitledWork | null;
  readonly ties: readonly NamedTie[];
};

/** How a work is tied to others, seen from both ends. */
export type Relations = {
  /** What an edition points at, in its order. */
  readonly outgoing: readonly WorkTies[];
  /** The works whose current editions point at this one. */
  readonly incoming: readonly (WorkTies & { readonly work: TitledWork })[];
  /** How many there are, also past those that are named. */
  readonly incomingTotal: number;
  /** How many current editions are written after this text as a model. */
  readonly instances: number;
  /** The accepted deeds of which the work is the proof. */
  readonly proves: readonly ProvedDeed[];
  /** The cases of which something stands in the work, also when it took it from others that did. */
  readonly spreadOf: readonly TitledWork[];
};

/** Looks up what an edition points at and what points at its work, with a few questions however many there are. */
export async function openRelations(
  { read }: Register,
  name: WorkName,
  relations: readonly Relation[],
): Promise<Relations> {
  const origins = await readSpreadOrigins(read, name);
  const targets = relations.flatMap((relation) => lineageOf(relation).work ?? []);
  const titles = await findTitles(read, [...targets, ...origins]);
  const { relations: incoming, total } = await listIncomingRelations(read, name, incomingMaximum);
  return {
    outgoing: await withNames(read, groupOutgoing(relations, titles), (tie) => ({
      edition: tie.targetEdition,
      eid: tie.targetEid,
    })),
    incoming: await withNames(
      read,
      incoming.map((one) => ({ ...one, target: keyOfWork(one.work) })),
      ({ ownEid }) => ({ edition: null, eid: ownEid }),
    ),
    incomingTotal: total,
    instances: await countInstances(read, name),
    spreadOf: origins.flatMap((origin) => titles.get(keyOfWork(origin)) ?? []),
    proves: await listDeedsProvedBy(read, name, incomingMaximum),
  };
}

type TiedWork = Omit<WorkTies, 'ties'> & { readonly ties: readonly RelationTie[] };

/** Relations of one kind to one work stand together, where the first of them stands. */
function groupOutgoing(
  relations: readonly Relation[],
  titles: ReadonlyMap<string, TitledWork>,
): readonly TiedWork[] {
  const groups = Map.groupBy(relations, ({ kind, target }) => `${kind} ${target.split('#')[0]}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const [target = ''] = first.target.split('#');
    const ties = group.map((relation) => {
      const { from: targetEid, edition: targetEdition, to: ownEid } = lineageOf(relation);
      return { note: relation.note, ownEid, targetEid, targetEdition };
    });
    return [{ kind: first.kind, target, work: titles.get(target) ?? null, ties }];
  });
}

/** @param otherEnd of the work of a group, which a tie of it names */
async function withNames<Group extends TiedWork>(
  read: Connection,
  groups: readonly Group[],
  otherEnd: (tie: RelationTie) => EditionEid,
): Promise<readonly (Group & { readonly ties: readonly NamedTie[] })[]> {
  const asked = groups.flatMap(({ work, ties }) =>
    work === null ? [] : ties.map((tie) => ({ tie, ...work, ...otherEnd(tie) })),
  );
  const names = await nameProvisions(read, asked);
  const nameOf = new Map(asked.map(({ tie }, at) => [tie, names[at] ?? null]));
  return groups.map((group) => ({
    ...group,
    ties: group.ties.map((tie) => ({ ...tie, other: nameOf.get(tie) ?? null })),
  }));
}
