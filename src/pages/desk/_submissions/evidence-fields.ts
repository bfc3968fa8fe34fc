import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import type { EvidenceFiling } from '../../../domain/evidence.ts';
import { type EvidenceFields, evidenceFieldNames } from '../../../domain/submission-fields.ts';
import type { TypedEvidence } from '../../../registry/steps/read-submission.ts';
import { formatWrittenDate } from '../../../thai/format-date.ts';
import { withUsualSpaces } from '../../../thai/no-break.ts';
import { typedText } from '../../_read-form.ts';

/** What a form for evidence says. */
export const readEvidenceFields = (posted: ReadonlyMap<string, string>): EvidenceFields =>
  Object.fromEntries(evidenceFieldNames.map((name) => [name, typedText(posted, name)])) as EvidenceFields;

export const blankEvidence = (organisation: string): EvidenceFields => ({
  ...readEvidenceFields(new Map()),
  organisation,
});

/** The form as what was handed in fills it. */
export const fillEvidence = (organisation: string, facts: EvidenceFiling): EvidenceFields => ({
  ...blankEvidence(organisation),
  deedTitle: facts.title,
  deedDate: facts.date.textAsWritten ?? withUsualSpaces(formatWrittenDate(facts.date)),
  deedAmount: String(facts.amount),
  deedPlace: facts.place ?? '',
  sourceTitle: facts.source?.title ?? '',
  sourceUrl: facts.source?.url ?? '',
  deedWork: facts.work ?? '',
  deedNote: facts.note ?? '',
});

export const typedEvidence = (fields: EvidenceFields): TypedEvidence => ({
  title: fields.deedTitle,
  date: fields.deedDate,
  place: fields.deedPlace,
  amount: fields.deedAmount,
  work: fields.deedWork,
  sourceTitle: fields.sourceTitle,
  sourceUrl: fields.sourceUrl,
  note: fields.deedNote,
});

/** The control at which a problem of a record is shown. */
const controls: Readonly<Record<string, string>> = {
  title: 'deedTitle',
  date: 'deedDate',
  place: 'deedPlace',
  amount: 'deedAmount',
  work: 'deedWork',
  note: 'deedNote',
  role: 'partyRole',
  deed: 'partyDeed',
  reason: 'decisionReason',
};

/** A refusal whose problems name the controls of the forms; `more` are problems of the forms themselves. */
export function atControls(
  refusal: Refusal,
  own: Readonly<Record<string, string>> = {},
  more: readonly FieldProblem[] = [],
): Refusal {
  if (refusal.code !== 'content_invalid') return refusal;
  const names = { ...controls, ...own };
  const named = refusal.problems.map((one) => ({ ...one, field: names[one.field] ?? one.field }));
  const others = more.filter(({ field }) => !named.some((one) => one.field === field));
  return { code: 'content_invalid', problems: [...named, ...others] };
}
