import { z } from 'zod';
import {
  commitmentShape,
  factOfDateShape,
  factOfQuantityShape,
  factOfTextShape,
  placeCodeShape,
  slugShape,
  sourceShape,
} from '../../catalogue/manifest-schema.ts';
import { spanStates } from '../../domain/commitment-span.ts';
import { groupKinds, type Network, networkKinds, networkRoles } from '../../domain/network.ts';
import type { NetworkPage } from '../../registry/open-network.ts';
import { briefWorkShape, tellBriefWork } from './brief-work.ts';
import { networkNameShape, organisationNameShape, tellNetworkName, tellOrganisationName } from './named.ts';

const ids = z.array(z.string()).readonly();
const texts = z.array(z.string()).readonly();
const note = z.string().nullable();
const count = z.int().min(0);

/** All that the register holds of a network or programme, as an archive holds it. */
export const networkRecordShape: z.ZodType<Network> = z.strictObject({
  slug: slugShape,
  kind: z.enum(networkKinds),
  name: z.string(),
  nameEn: note,
  aliases: texts,
  summary: z.string(),
  parent: slugShape.nullable(),
  programme: slugShape.nullable(),
  organisation: slugShape.nullable(),
  aims: texts,
  places: z.array(placeCodeShape).readonly(),
  placeNote: note,
  members: z
    .array(
      z.strictObject({
        organisation: slugShape,
        role: z.enum(networkRoles),
        since: factOfDateShape,
        until: factOfDateShape,
        functions: texts,
        teaches: texts,
        note,
        sources: ids,
      }),
    )
    .readonly(),
  membersNote: note,
  claims: z
    .array(
      z.strictObject({
        subject: z.string(),
        value: z.number(),
        unit: z.string(),
        textAsWritten: z.string(),
        roles: z.array(z.enum(networkRoles)).readonly(),
        note,
        sources: ids,
      }),
    )
    .readonly(),
  works: z.array(z.string()).readonly().describe('`type/slug`'),
  events: z
    .array(
      z.strictObject({
        title: z.string(),
        date: factOfDateShape,
        venue: factOfTextShape,
        attendance: factOfQuantityShape,
        work: note,
        note,
        sources: ids,
      }),
    )
    .readonly(),
  groups: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(groupKinds),
        organisation: slugShape.nullable(),
        term: factOfTextShape,
        note,
        sources: ids,
      }),
    )
    .readonly(),
  dataSystems: z
    .array(
      z.strictObject({
        name: z.string(),
        aliases: texts,
        purpose: note,
        owner: slugShape.nullable(),
        uses: z.array(z.strictObject({ organisation: slugShape, date: factOfDateShape })).readonly(),
        note,
        sources: ids,
      }),
    )
    .readonly(),
  schemes: texts,
  note,
  sources: z.array(sourceShape).readonly(),
});

/** A network with its claims counted, its works and what they promise. */
export const networkPageShape = z.strictObject({
  address: z.url(),
  network: networkRecordShape,
  parent: networkNameShape.nullable(),
  programme: networkNameShape.nullable(),
  under: z.array(z.strictObject({ ...networkNameShape.shape, isPart: z.boolean() })).readonly(),
  counted: z
    .array(z.strictObject({ claim: count, named: count.nullable(), isContested: z.boolean() }))
    .readonly()
    .describe('For each claim of the record, by its position, how many members are named beside it'),
  works: z.array(briefWorkShape).readonly(),
  commitments: z
    .array(
      z.strictObject({
        work: z.string().describe('Slug of the agreement'),
        commitment: commitmentShape,
        state: z.enum(spanStates).nullable(),
      }),
    )
    .readonly(),
  organisations: z.array(organisationNameShape).readonly().describe('Every organisation that it names'),
});

export function tellNetworkPage(page: NetworkPage, origin: string): z.output<typeof networkPageShape> {
  const name = (of: NetworkPage['parent']) => of && tellNetworkName(of, origin);
  return {
    address: tellNetworkName(page.network, origin).address,
    network: page.network,
    parent: name(page.parent),
    programme: name(page.programme),
    under: page.under.map((one) => ({ ...tellNetworkName(one, origin), isPart: one.isPart })),
    counted: page.claims.map(({ named, isContested }, claim) => ({ claim, named, isContested })),
    works: page.works.map((work) => tellBriefWork(work, origin)),
    commitments: page.commitments.flatMap(({ work, commitments, progress }) =>
      commitments.map((commitment) => ({
        work: work.slug,
        commitment,
        state: progress.get(commitment.id)?.state ?? null,
      })),
    ),
    organisations: [...page.organisations.values()].map((one) => tellOrganisationName(one, origin)),
  };
}
