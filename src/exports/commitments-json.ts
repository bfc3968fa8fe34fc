import { z } from 'zod';
import { hashShape, partialDate, writtenDateShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { assessmentScale } from '../domain/assessment.ts';
import { progressStates } from '../domain/commitment-measure.ts';
import type { Reading, UnitProgress } from '../domain/commitment-progress.ts';
import { spanStates } from '../domain/commitment-span.ts';
import type { CountedCommitment, EvidenceRow } from '../domain/counted-commitment.ts';
import { commitmentScopes, comparators } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import { uncountedReasons } from '../domain/uncounted.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import {
  type CommitmentsExport,
  commitmentsAddress,
  namedPlace,
  provisionAddress,
  workAddress,
} from './commitments-export.ts';
import { asOfShape } from './list-json.ts';
import { fileAddress, namedOrganisation, namedSources } from './parties-export.ts';

const count = z.int().min(0);
const amount = z.number().min(0);
const number = z.int().min(1).describe('Number of the submission, as in the fragment of its address');
const writtenDate = writtenDateShape.omit({ precision: true });
const named = z.strictObject({ slug: z.string(), name: z.string(), address: z.url() });
const place = z.strictObject({ code: z.string(), name: z.string(), address: z.url() });
const shownSource = z.strictObject({ title: z.string(), url: z.string().nullable() });
const counted = {
  state: z.enum(progressStates),
  count: amount.describe('Amounts of accepted evidence'),
  waiting: amount.describe('Amounts that wait to be decided; not counted'),
  isExceeded: z.boolean(),
  evidence: z.array(number),
};
const unit = z.strictObject({
  organisation: named.nullable(),
  place: place.nullable(),
  ...counted,
  isLate: z.boolean().describe('Complete only by deeds that were done after it was due'),
  years: z
    .array(z.strictObject({ beYear: z.int(), ...counted }))
    .describe('Where it is counted again every year'),
});
const reading = z.strictObject({
  scope: z.enum(commitmentScopes),
  state: z.enum(progressStates),
  complete: count.describe('How many of the units are complete'),
  hasUnnamed: z.boolean().describe('A source claims parties that nobody names: it cannot be complete'),
  unplaced: z.array(number).describe('Deeds that belong to no place, because none is stated'),
  uncounted: z
    .array(z.strictObject({ evidence: number, reason: z.enum(uncountedReasons) }))
    .describe('Accepted deeds that are in none of the numbers, and why'),
  units: z.array(unit).describe('Parties or places counted each by itself, or the one whole'),
});
const evidence = z.strictObject({
  number,
  address: z.url(),
  organisation: named,
  amount,
  doneOn: partialDate,
  acceptedOn: z.iso.date(),
  acceptedBy: named.nullable().describe('Null: the registry'),
  told: z
    .strictObject({
      title: z.string(),
      date: writtenDate,
      place: place.nullable(),
      source: shownSource.nullable(),
      file: z.url().nullable(),
      work: z.url().nullable().describe('The work of this register that shows it'),
      note: z.string().nullable(),
    })
    .nullable()
    .describe('Null when it is not accepted with these facts any more, and so not public; its numbers stay'),
});
const commitment = z.strictObject({
  id: z.string(),
  address: z.url(),
  metric: z.string(),
  comparator: z.enum(comparators),
  value: z.number(),
  unit: z.string(),
  per: z.literal('be_year').nullable(),
  dueState: z.enum(valueStates),
  due: z.array(writtenDate).describe('One when given, several when sources disagree, else none'),
  period: z.string().nullable(),
  domain: z.string().nullable(),
  provision: z.url().nullable(),
  textAsWritten: z.string(),
  sources: z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.string().nullable() })),
  state: z.enum(spanStates).describe('`differs` while the readings come to different states'),
  readings: z.array(reading).describe('Every reading that the source leaves open; none is chosen'),
  waiting: count.describe('Pieces of evidence that wait to be decided'),
  evidence: z.array(evidence),
  assessments: z
    .array(
      z.strictObject({
        value: z.enum(assessmentScale),
        assessor: z.string(),
        isIndependent: z.boolean(),
        date: writtenDate,
        source: shownSource.nullable(),
        note: z.string().nullable(),
      }),
    )
    .describe('Judged from outside; never counted'),
});

/** What `/agreements/{slug}/commitments.json` holds. */
export const commitmentsSchema = z.strictObject({
  $schema: z.url(),
  type: z.literal('agreements'),
  slug: z.string(),
  title: z.string(),
  day: z.iso.date().describe('The day, in Thailand, on which it stood so'),
  asOf: asOfShape,
  address: z.url().describe('The same numbers for ever'),
  edition: z.int().min(1),
  editionAddress: z.url(),
  sha256: hashShape,
  commitments: z.array(commitment),
});

/** The schema as JSON Schema (draft 2020-12), for programs of any kind. */
export const writeCommitmentsSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(commitmentsSchema), null, 2)}\n`;

/** How far the commitments are kept as JSON, in the form of `commitmentsSchema`. */
export function writeCommitmentsJson(list: CommitmentsExport): string {
  const { work, title, edition, sha256, day, origin, commitments } = list;
  const document = {
    $schema: new URL(addresses.commitmentsSchema(), origin).href,
    type: 'agreements',
    slug: work.slug,
    title,
    day,
    asOf: list.asOf.text,
    address: commitmentsAddress(list),
    edition,
    editionAddress: new URL(addresses.edition(work, edition), origin).href,
    sha256,
    commitments: commitments.map((one) => plainCommitment(list, one)),
  } satisfies z.input<typeof commitmentsSchema>;
  return `${JSON.stringify(document, null, 1)}\n`;
}

function plainCommitment(list: CommitmentsExport, one: CountedCommitment): z.input<typeof commitment> {
  const { id, metric, comparator, value, unit: what, per, due, period, domain, ...rest } = one.commitment;
  const values = due.kind === 'given' ? [due] : due.kind === 'disputed' ? due.values : [];
  return {
    ...{ id, metric, comparator, value, per, period, domain },
    unit: what,
    address: commitmentsAddress(list, id),
    dueState: due.kind,
    due: values.map((given) => plainDate(given.value)),
    provision: provisionAddress(list, rest.provision),
    textAsWritten: rest.textAsWritten,
    sources: namedSources(list, rest.sources),
    state: one.progress.state ?? 'differs',
    readings: one.progress.readings.map((each) => plainReading(list, one, each)),
    waiting: one.waiting,
    evidence: one.evidence.map((row) => plainEvidence(list, row)),
    assessments: one.assessments.map(({ id: _id, commitment: _of, date, ...judged }) => ({
      ...judged,
      date: plainDate(date),
    })),
  };
}

const plainReading = (
  list: CommitmentsExport,
  { uncounted }: CountedCommitment,
  each: Reading,
): z.input<typeof reading> => ({
  scope: each.scope,
  state: each.state,
  complete: each.complete,
  hasUnnamed: each.hasUnnamed,
  unplaced: each.unplaced.map(Number),
  uncounted: (uncounted.get(each.scope) ?? []).map(({ id, reason }) => ({ evidence: Number(id), reason })),
  units: each.units.map(({ unit: of, isLate, years, ...measured }) => ({
    organisation: of === null || each.scope === 'each_place' ? null : namedBody(list, of),
    place: of !== null && each.scope === 'each_place' ? namedPlace(list, of) : null,
    ...plainCount(measured),
    isLate,
    years: years.map(({ beYear, ...year }) => ({ beYear, ...plainCount(year) })),
  })),
});

const plainCount = ({
  state,
  count: accepted,
  pending,
  isExceeded,
  evidence: ids,
}: Pick<UnitProgress, 'state' | 'count' | 'pending' | 'isExceeded' | 'evidence'>) => ({
  ...{ state, isExceeded },
  count: accepted,
  waiting: pending,
  evidence: ids.map(Number),
});

const plainEvidence = (list: CommitmentsExport, row: EvidenceRow): z.input<typeof evidence> => ({
  number: row.number,
  address: commitmentsAddress(list, `evidence-${row.number}`),
  organisation: namedBody(list, row.organisation),
  amount: row.amount,
  doneOn: row.doneOn,
  acceptedOn: row.accepted.on,
  acceptedBy: row.accepted.by === null ? null : namedBody(list, row.accepted.by),
  told: row.filing && {
    title: row.filing.title,
    date: plainDate(row.filing.date),
    place: row.filing.place === null ? null : namedPlace(list, row.filing.place),
    source: row.filing.source,
    file: row.filing.file && fileAddress(row.filing.file, list.origin),
    work: workAddress(row.filing.work, list.origin),
    note: row.filing.note,
  },
});

function namedBody(list: CommitmentsExport, slug: string): z.input<typeof named> {
  const { name, address } = namedOrganisation(list, slug);
  return { slug, name, address };
}

const plainDate = ({ start, end, textAsWritten, isInferred }: WrittenDate) => ({
  ...{ start, end, textAsWritten, isInferred },
});
