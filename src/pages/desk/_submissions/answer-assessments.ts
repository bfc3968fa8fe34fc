import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { type AssessmentFields, assessmentFieldNames } from '../../../domain/submission-fields.ts';
import { type AssessmentsPage, openAssessments } from '../../../registry/open-assessments.ts';
import { recordAssessment } from '../../../registry/record-assessment.ts';
import { retractAssessment } from '../../../registry/retract-assessment.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';
import { atControls } from './evidence-fields.ts';
import type { SubmissionRequest } from './submission-request.ts';

/** What the page of the assessments of an agreement shows. */
export type AssessmentsView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: AssessmentsPage;
      readonly refusal: Refusal | null;
      /** Which of the two forms was sent. */
      readonly form: 'record' | 'retract' | null;
      readonly fields: AssessmentFields;
      readonly chosen: string;
      readonly reason: string;
    };

/** What the page says was just done, by the word in its address. */
export const assessmentsDone = {
  recorded: 'บันทึกผลประเมินแล้ว แสดงคู่กับจำนวนที่นับได้ และไม่รวมในการนับ',
  retracted: 'ถอนผลประเมินแล้ว ผู้อ่านจะไม่เห็นอีก',
} as const;

const controls = {
  commitment: 'assessedCommitment',
  value: 'assessmentValue',
  date: 'assessedOn',
} as const;

const readFields = (posted: ReadonlyMap<string, string>): AssessmentFields =>
  Object.fromEntries(assessmentFieldNames.map((name) => [name, typedText(posted, name)])) as AssessmentFields;

/** The page as it is opened, or what one of its forms asked for. */
export async function answerAssessments(
  { register, actor, now }: Pick<SubmissionRequest, 'register' | 'actor' | 'now'>,
  agreement: string,
  posted: ReadonlyMap<string, string> | null,
): Promise<AssessmentsView> {
  const opened = await openAssessments(register, actor, agreement, now);
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  const form = posted === null ? null : actionOf(posted).kind === 'retract' ? 'retract' : 'record';
  const fields = readFields(form === 'record' && posted ? posted : new Map());
  const chosen = posted?.get('assessment') ?? '';
  const reason = posted && form === 'retract' ? typedText(posted, 'decisionReason') : '';
  const view = { kind: 'page', page: opened.value, form, fields, chosen, reason } as const;
  if (form === null) return { ...view, status: 200, refusal: null };
  if (form === 'retract' && !/^[1-9]\d{0,9}$/.test(chosen)) {
    return { ...view, status: 422, refusal: { code: 'content_invalid', problems: [nothingChosen] } };
  }
  const done =
    form === 'record'
      ? await recordAssessment(register, actor, { agreement, typed: typedOf(fields) }, now)
      : await retractAssessment(register, actor, { agreement, id: Number(chosen), reason }, now);
  const word = form === 'record' ? 'recorded' : 'retracted';
  if (done.ok) return { kind: 'moved', to: addresses.assessmentsOf(agreement, { done: word }) };
  return { ...view, status: statusOf(done.refusal), refusal: atControls(done.refusal, controls) };
}

const nothingChosen = { field: 'assessment', reason: 'required' } as const;

const typedOf = (fields: AssessmentFields) => ({
  commitment: fields.assessedCommitment,
  value: fields.assessmentValue,
  assessor: fields.assessor,
  independent: fields.independent,
  date: fields.assessedOn,
  sourceTitle: fields.sourceTitle,
  sourceUrl: fields.sourceUrl,
  note: fields.deedNote,
});
