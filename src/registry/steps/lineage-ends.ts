import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import type { Known } from '../../../db/known.ts';
import {
  type EditionEid,
  findNamedEdition,
  listNamedEditions,
  type NamedEdition,
} from '../../../db/lineage.ts';
import { findProvision } from '../../../db/provisions.ts';
import { createWordComparer } from '../../difference/compare-words.ts';
import { eidsOf, followPart } from '../../domain/difference/follow-part.ts';
import type { CompareTexts } from '../../domain/difference/text-runs.ts';
import type { Provision } from '../../domain/provision.ts';
import { succession } from '../../domain/succession.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import { createPartsReader, pathBack, pathOn, type ReadParts } from './provision-path.ts';

/** One end of a tie: a provision of an edition, or the whole text where `eid` is null. */
export type LineageEnd = {
  readonly edition: NamedEdition;
  readonly eid: string | null;
  /** Null for the whole text, and when the edition has no such provision. */
  readonly provision: Provision | null;
};

/** What a walk through many works asks the register, each thing once. */
export type LineageEnds = {
  /** Up to which entries the register is read. */
  readonly known: Known;
  readonly compareTexts: CompareTexts;
  /** Null when readers may read no such edition. */
  readonly open: (name: WorkName, number: number | null, eid: string | null) => Promise<LineageEnd | null>;
  readonly at: (edition: NamedEdition, eid: string | null) => Promise<LineageEnd>;
  /** Under which eids relations may name what stands at an end of a current edition. */
  readonly namesOf: (end: LineageEnd) => Promise<readonly EditionEid[]>;
  /** The provision of another edition of which a provision is made; null when there is none. */
  readonly counterpart: (source: NamedEdition, own: LineageEnd) => Promise<string | null>;
};

/** So many whole texts are compared in one walk to find which provision of a model became which. */
const mostCounterparts = 8;

export function createLineageEnds(connection: Connection, known: Known): LineageEnds {
  const compareTexts = createWordComparer();
  const editions = new Map<string, NamedEdition | null>();
  const readers = new Map<number, ReadParts>();
  let counterparts = 0;
  const readerOf = ({ workId }: NamedEdition): ReadParts => {
    const reader = readers.get(workId) ?? createPartsReader(connection, workId);
    readers.set(workId, reader);
    return reader;
  };
  const at = async (edition: NamedEdition, eid: string | null): Promise<LineageEnd> => ({
    edition,
    eid,
    provision: eid === null ? null : await findProvision(connection, edition.id, eid),
  });

  return {
    known,
    compareTexts,
    at,
    open: async (name, number, eid) => {
      const key = `${name.type}/${name.slug}@${number ?? ''}`;
      const kept = editions.get(key);
      const edition = kept === undefined ? await findNamedEdition(connection, name, number, known) : kept;
      editions.set(key, edition);
      return edition === null ? null : at(edition, eid);
    },
    namesOf: async ({ edition, eid }) => {
      const { workId, number, isCurrent } = edition;
      const own: readonly EditionEid[] = [{ edition: number, eid }];
      if (isCurrent && number === 1) return [{ edition: null, eid }, ...own];
      const listed = await listEditions(connection, workId, known.lastEdition);
      const numbers = await listNamedEditions(
        connection,
        edition,
        listed.flatMap((one) => (one.number === number ? [] : [one.number])),
      );
      if (eid === null) return [null, number, ...numbers].map((one) => ({ edition: one, eid }));
      if (isCurrent && numbers.length === 0) return [{ edition: null, eid }, ...own];
      const turns = succession(datedEditions(listed));
      const latest = await pathOn(readerOf(edition), turns, { edition: number, eid }, compareTexts);
      const { steps } = await pathBack(readerOf(edition), turns, latest, compareTexts);
      return [
        ...(latest.kind === 'stands' ? [{ edition: null, eid: latest.eid }] : []),
        ...own,
        ...steps.filter((step) => numbers.includes(step.edition)),
      ];
    },
    counterpart: async (source, own) => {
      if (own.eid === null || counterparts === mostCounterparts) return null;
      counterparts += 1;
      const before = await readerOf(source)(source.number);
      const after = await readerOf(own.edition)(own.edition.number);
      const change = followPart(before, after, own.eid, 'after', compareTexts);
      return change === null ? null : (eidsOf(change, 'before')[0] ?? null);
    },
  };
}
