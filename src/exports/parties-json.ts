import { z } from 'zod';
import { hashShape, partialDate, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { partyActions, partyRoles } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { organisationKinds } from '../domain/organisation.ts';
import { type PartyDeed, partyStates } from '../domain/party-table.ts';
import { partyRoleLabels, partyStateLabels } from '../i18n/labels.ts';
import { asOfShape } from './list-json.ts';
import {
  datedAddress,
  fileAddress,
  namedOrganisation,
  namedSources,
  type PartiesExport,
} from './parties-export.ts';

const count = z.int().min(0);
const places = {
  named: count.describe('Named by the day, those that withdrew included'),
  present: count.describe('Still a party on the day'),
};
const sources = z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.string().nullable() }));
const role = z.enum(partyRoles);
const writtenDate = writtenDateShape.omit({ precision: true });
/** An organisation by name, as `namedOrganisation` tells it. */
export const namedOrganisationShape = z.strictObject({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds).nullable(),
  address: z.url(),
});
const organisation = namedOrganisationShape;

/** What a party did, and when. */
export const deedShape = z.strictObject({
  kind: z.enum(partyActions),
  dateState: z.enum(valueStates),
  dates: z.array(writtenDate).describe('One when given, several when sources disagree, else none'),
  note: z.string().nullable(),
});

const party = z.strictObject({
  role,
  roleLabel: z.string(),
  organisation: organisation.describe('As the agreement names it'),
  holder: organisation.describe('Who holds its place on the day: itself, or its last successor'),
  state: z.enum(partyStates),
  stateLabel: z.string(),
  deeds: z.array(deedShape),
  successions: z
    .array(z.strictObject({ predecessor: z.string(), successor: z.string(), date: partialDate }))
    .readonly(),
  accession: z
    .strictObject({
      confirmedOn: z.iso.date(),
      confirmedBy: organisation.nullable().describe('Null: the registry'),
      file: z.url().nullable().describe('The scan that shows it'),
      source: z.strictObject({ title: z.string(), url: z.string().nullable() }).nullable(),
      isTold: z
        .boolean()
        .describe('False as of a moment before it was taken back: its note, scan and source are not public'),
    })
    .nullable()
    .describe('How the register knows of a party that no edition names'),
  note: z.string().nullable(),
  sources,
});

const claim = z.strictObject({
  property: z.string(),
  value: z.number(),
  unit: z.string(),
  textAsWritten: z.string(),
  roles: z.array(role).readonly(),
  ...places,
  unnamed: count.describe('Places that the claim counts and no source names'),
  isContested: z.boolean().describe('Another claim or reading gives another number; none is chosen'),
  note: z.string().nullable(),
  sources,
});

/** What `/agreements/{slug}/parties.json` holds. */
export const partiesSchema = z.strictObject({
  $schema: z.url(),
  type: z.literal('agreements'),
  slug: z.string(),
  title: z.string(),
  day: z.iso.date().describe('The day, in Thailand, on which the table stood so'),
  asOf: asOfShape,
  address: z.url().describe('The same table for ever'),
  edition: z.int().min(1),
  editionAddress: z.url(),
  sha256: hashShape,
  ...places,
  byRole: z.array(z.strictObject({ role, ...places })).readonly(),
  claims: z.array(claim),
  parties: z.array(party),
});

/** The schema as JSON Schema (draft 2020-12), for programs of any kind. */
export const writePartiesSchema = (): string => `${JSON.stringify(z.toJSONSchema(partiesSchema), null, 2)}\n`;

/** The status table of the parties as JSON, in the form of `partiesSchema`. */
export function writePartiesJson(list: PartiesExport): string {
  const { work, title, edition, sha256, table, origin } = list;
  const document = {
    $schema: new URL(addresses.partiesSchema(), origin).href,
    type: 'agreements',
    slug: work.slug,
    title,
    day: table.day,
    asOf: list.asOf.text,
    address: datedAddress(list),
    edition,
    editionAddress: new URL(addresses.edition(work, edition), origin).href,
    sha256,
    ...table.total,
    byRole: table.byRole,
    claims: table.claims.map(
      ({ claim: { property, value, unit, textAsWritten, roles, note, ...of }, ...counts }) => ({
        property,
        value,
        unit,
        textAsWritten,
        roles,
        ...counts,
        note,
        sources: namedSources(list, of.sources),
      }),
    ),
    parties: table.rows.map(({ role: as, state, deeds, successions, note, ...row }) => ({
      role: as,
      roleLabel: partyRoleLabels[as],
      organisation: namedOrganisation(list, row.organisation),
      holder: namedOrganisation(list, row.holder),
      state,
      stateLabel: partyStateLabels[state],
      deeds: deeds.map(plainDeed),
      successions,
      accession: accessionOf(list, row.accession),
      note,
      sources: namedSources(list, row.sources),
    })),
  } satisfies z.input<typeof partiesSchema>;
  return `${JSON.stringify(document, null, 1)}\n`;
}

function accessionOf(list: PartiesExport, number: number | null): z.input<typeof party>['accession'] {
  const told = number === null ? undefined : list.accessions.get(number);
  if (told === undefined) return null;
  const { accepted, file, source, isTold } = told;
  return {
    confirmedOn: accepted.on,
    confirmedBy: accepted.by === null ? null : namedOrganisation(list, accepted.by),
    file: file === null ? null : fileAddress(file, list.origin),
    source,
    isTold,
  };
}

/** A deed with its dates as a list. */
export function plainDeed({ kind, date }: PartyDeed): z.input<typeof deedShape> {
  const values = date.kind === 'given' ? [date] : date.kind === 'disputed' ? date.values : [];
  return {
    kind,
    dateState: date.kind,
    dates: values.map(({ value: { start, end, textAsWritten, isInferred } }) => ({
      start,
      end,
      textAsWritten,
      isInferred,
    })),
    note: date.note,
  };
}
