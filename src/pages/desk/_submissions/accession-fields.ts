import type { AccessionFiling } from '../../../domain/accession.ts';
import { givenValue } from '../../../domain/fact.ts';
import { type AccessionFields, accessionFieldNames } from '../../../domain/submission-fields.ts';
import type { TypedAccession } from '../../../registry/steps/read-submission.ts';
import { formatWrittenDate } from '../../../thai/format-date.ts';
import { withUsualSpaces } from '../../../thai/no-break.ts';
import { typedText } from '../../_read-form.ts';

/** What a form about a place among the parties says. */
export const readAccessionFields = (posted: ReadonlyMap<string, string>): AccessionFields =>
  Object.fromEntries(accessionFieldNames.map((name) => [name, typedText(posted, name)])) as AccessionFields;

export const blankAccession = (organisation: string, role: string): AccessionFields => ({
  ...readAccessionFields(new Map()),
  organisation,
  partyRole: role,
  partyDeed: 'sign',
});

/** The form as what was handed in fills it. */
export function fillAccession(organisation: string, facts: AccessionFiling): AccessionFields {
  const date = givenValue(facts.date);
  return {
    ...blankAccession(organisation, facts.role),
    partyDeed: facts.deed,
    partyDate: date === null ? '' : (date.textAsWritten ?? withUsualSpaces(formatWrittenDate(date))),
    sourceTitle: facts.source?.title ?? '',
    sourceUrl: facts.source?.url ?? '',
    deedNote: facts.note ?? '',
  };
}

export const typedAccession = (fields: AccessionFields): TypedAccession => ({
  role: fields.partyRole,
  deed: fields.partyDeed,
  date: fields.partyDate,
  sourceTitle: fields.sourceTitle,
  sourceUrl: fields.sourceUrl,
  note: fields.deedNote,
});

/** Where the problems of an accession are shown that other forms show elsewhere. */
export const accessionControls = { date: 'partyDate' } as const;
