import { z } from 'zod';
import {
  factOfDateShape,
  factOfTextShape,
  hashShape,
  writtenDateShape,
} from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import { changeKinds, provenances, relationKinds } from '../../domain/edition.ts';
import { eventKinds, standings } from '../../domain/timeline.ts';
import { roleOf } from '../../domain/work-timeline.ts';
import { toldStanding } from '../../exports/list-export.ts';
import { citedSourceShape } from '../../exports/list-json.ts';
import type { WorkHistory } from '../../registry/open-history.ts';
import type { Relations } from '../../registry/open-relations.ts';
import { tellTitledWork, titledWorkShape } from './named.ts';

/** An edition as the timeline of its work tells it. */
export const editionEntryShape = z.strictObject({
  number: z.int().min(1),
  label: factOfTextShape,
  adopted: factOfDateShape,
  publishedAt: z.iso.datetime(),
  changeKind: z.enum(changeKinds),
  changeNote: z.string().nullable(),
  role: z.enum(['current', 'replaced', 'never_current']),
  sha256: hashShape,
  address: z.url(),
});

export const eventShape = z.strictObject({
  kind: z.enum(eventKinds),
  date: writtenDateShape.nullable().describe('Null when the source gives no date'),
  note: z.string().nullable(),
  source: citedSourceShape.nullable(),
  edition: z.int().min(1).optional().describe('The edition that was published in error'),
  sha256: hashShape.optional(),
});

const outgoing = z.strictObject({
  kind: z.enum(relationKinds),
  target: z.string().describe('`type/slug`, or with a provision `type/slug#eid`'),
  note: z.string().nullable(),
  work: titledWorkShape.nullable().describe('Null when the register does not have the target'),
});

const incoming = z.strictObject({
  kind: z.enum(relationKinds),
  work: titledWorkShape,
  ties: z
    .array(
      z.strictObject({
        eid: z.string().nullable().describe('The provision that it points at; null: the whole text'),
        from: z.string().nullable().describe('The provision of its own that it names; null: its whole text'),
        note: z.string().nullable(),
      }),
    )
    .readonly(),
});

/** A work: where it stands, its editions and events, and how it is tied to others. */
export const workShape = z.strictObject({
  ...titledWorkShape.shape,
  provenance: z.enum(provenances),
  standing: z.enum(standings).nullable(),
  standingLabel: z.string().nullable(),
  withdrawal: eventShape.nullable().describe('How it was withdrawn; null while it stands'),
  currentEdition: z.int().min(1),
  editions: z.array(editionEntryShape).readonly(),
  events: z.array(eventShape).readonly(),
  relations: z.strictObject({
    outgoing: z.array(outgoing).readonly(),
    incoming: z.array(incoming).readonly().describe('At most fifty works; `incomingTotal` counts all'),
    incomingTotal: z.int().min(0),
  }),
});

export const tellEditions = (
  { work, editions }: Pick<WorkHistory, 'work' | 'editions'>,
  origin: string,
): readonly z.output<typeof editionEntryShape>[] =>
  editions.map(({ number, card, publishedAt, sha256 }) => ({
    number,
    label: card.label,
    adopted: card.adopted,
    publishedAt,
    changeKind: card.changeKind,
    changeNote: card.changeNote,
    role: roleOf(editions, number),
    sha256,
    address: new URL(addresses.edition(work, number), origin).href,
  }));

export function tellWork(
  history: WorkHistory,
  { outgoing: pointedAt, incoming: pointing, incomingTotal }: Relations,
  origin: string,
): z.output<typeof workShape> {
  const { work, title, currentNumber, editions, events, standing, withdrawal } = history;
  const provenance = editions.find(({ number }) => number === currentNumber)?.card.provenance ?? 'documented';
  return {
    ...tellTitledWork({ ...work, title }, origin),
    provenance,
    ...toldStanding(work.type, provenance, standing),
    withdrawal,
    currentEdition: currentNumber,
    editions: tellEditions(history, origin),
    events,
    relations: {
      outgoing: pointedAt.flatMap(({ kind, target, work: named, ties }) =>
        ties.map(({ note, targetEid }) => ({
          kind,
          target: targetEid === null ? target : `${target}#${targetEid}`,
          note,
          work: named && tellTitledWork(named, origin),
        })),
      ),
      incoming: pointing.map(({ kind, work: by, ties }) => ({
        kind,
        work: tellTitledWork(by, origin),
        ties: ties.map(({ targetEid: eid, ownEid: from, note }) => ({ eid, from, note })),
      })),
      incomingTotal,
    },
  };
}
