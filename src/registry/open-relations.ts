import type { Connection, Register } from '../../db/connection.ts';
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

/** Looks up what an edition points at and what points at its work, with one question each. */
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
    outgoing: await describeOutgoing(read, relations, titles),
    incoming: await Promise.all(
      incoming.map(async ({ kind, work, ties }) => {
        const asked = ties.map(({ ownEid }) => ({ ...work, edition: null, eid: ownEid }));
        return {
          kind,
          target: keyOfWork(work),
          work,
          ties: withNames(ties, await nameProvisions(read, asked)),
        };
      }),
    ),
    incomingTotal: total,
    instances: await countInstances(read, name),
    spreadOf: origins.flatMap((origin) => titles.get(keyOfWork(origin)) ?? []),
    proves: await listDeedsProvedBy(read, name, incomingMaximum),
  };
}

/** Relations of one kind to one work stand together, where the first of them stands. */
async function describeOutgoing(
  read: Connection,
  relations: readonly Relation[],
  titles: ReadonlyMap<string, TitledWork>,
): Promise<readonly WorkTies[]> {
  const groups = Map.groupBy(relations, ({ kind, target }) => `${kind} ${target.split('#')[0]}`);
  return Promise.all(
    [...groups.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const [target = ''] = first.target.split('#');
      const work = titles.get(target) ?? null;
      const ties = [first, ...others].map((relation) => {
        const { from: targetEid, edition: targetEdition, to: ownEid } = lineageOf(relation);
        return { note: relation.note, ownEid, targetEid, targetEdition };
      });
      const asked = ties.map(({ targetEid, targetEdition }) => ({
        ...(work ?? ({ type: 'charters', slug: '' } as const)),
        ...{ edition: targetEdition, eid: targetEid },
      }));
      return [
        nameProvisions(read, asked).then((names) => ({
          ...{ kind: first.kind, target, work, ties: withNames(ties, names) },
        })),
      ];
    }),
  );
}

const withNames = (
  ties: readonly RelationTie[],
  names: readonly (ProvisionName | null)[],
): readonly NamedTie[] => ties.map((tie, index) => ({ ...tie, other: names[index] ?? null }));
