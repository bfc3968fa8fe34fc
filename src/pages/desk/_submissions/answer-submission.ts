import { addresses } from '../../../domain/addresses.ts';
import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import type { AccessionFields, EvidenceFields } from '../../../domain/submission-fields.ts';
import type { Found, Labelled } from '../../../facts/form-choices.ts';
import { correctSubmission } from '../../../registry/correct-submission.ts';
import { decideSubmission } from '../../../registry/decide-submission.ts';
import { openSubmission, type SubmissionPage } from '../../../registry/open-submission.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';
import { accessionControls, fillAccession, readAccessionFields, typedAccession } from './accession-fields.ts';
import { atControls, fillEvidence, readEvidenceFields, typedEvidence } from './evidence-fields.ts';
import { placesOffered, settlePicks, worksNamed } from './settle-picks.ts';
import { type SubmissionRequest, uploadIn } from './submission-request.ts';

/** What a correction says, by the kind of what is corrected. */
export type CorrectedFields =
  | { readonly kind: 'evidence'; readonly fields: EvidenceFields }
  | { readonly kind: 'accession'; readonly fields: AccessionFields };

/** What the page of a submission shows. */
export type SubmissionView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: SubmissionPage;
      readonly refusal: Refusal | null;
      /** The reason of a decision, as it was typed. */
      readonly reason: string;
      readonly correction: CorrectedFields;
      /** True when the form for corrections was used. */
      readonly isCorrecting: boolean;
      readonly found: ReadonlyMap<string, Found>;
      readonly places: readonly Labelled[];
      readonly works: readonly Labelled[];
      readonly dropsFile: boolean;
      readonly isFileLost: boolean;
    };

/** What the page says was just done, by the word in its address. */
export const submissionDone = {
  submitted: 'ยื่นแล้ว ขณะนี้รอผู้มีสิทธิ์พิจารณา',
  corrected: 'ส่งที่แก้ไขแล้ว ขณะนี้รอพิจารณาอีกครั้ง',
  accepted: 'รับแล้ว นับในข้อตกลงตั้งแต่วันนี้',
  returned: 'ส่งคืนแล้ว ผู้ยื่นจะเห็นเหตุผล',
  reversed: 'ยกเลิกผลพิจารณาแล้ว รายการนี้กลับไปรอพิจารณา',
} as const;

const decisionOf = { accept: 'accepted', return: 'returned', reverse: 'reversed' } as const;

/** The page as it is opened, or what one of its forms asked for. Whatever is refused, everything typed comes back. */
export async function answerSubmission(
  request: SubmissionRequest,
  id: number,
  posted: ReadonlyMap<string, string> | null,
): Promise<SubmissionView> {
  const { register, actor, now } = request;
  const opened = await openSubmission(register, actor, id, now);
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  if (posted === null) return show(request, id, {});
  const { kind } = actionOf(posted);
  if (Object.hasOwn(decisionOf, kind)) {
    const decision = decisionOf[kind as keyof typeof decisionOf];
    const reason = typedText(posted, 'decisionReason');
    const asked = { id, kind: decision, reason, position: positionIn(posted) };
    const decided = await decideSubmission(register, actor, asked, now);
    if (decided.ok) return { kind: 'moved', to: addresses.submission(id, { done: decision }) };
    return show(request, id, { reason, refusal: decided.refusal });
  }
  return correct(request, opened.value, posted);
}

/** Anything that is no decision corrects, as what a browser sends when Enter is pressed does, or searches for it. */
async function correct(
  request: SubmissionRequest,
  { submission }: SubmissionPage,
  posted: ReadonlyMap<string, string>,
): Promise<SubmissionView> {
  const { register, files, actor, now, uploads } = request;
  const { id } = submission;
  const upload = uploadIn(uploads);
  const read = await readCorrection(register, submission.kind, posted);
  const dropsFile = posted.get('dropsFile') === 'yes';
  const typed = { ...read, dropsFile, isFileLost: !upload.ok || upload.value !== null };
  if (actionOf(posted).kind === 'find') return show(request, id, typed);
  if (!upload.ok) return show(request, id, { ...typed, refusal: upload.refusal });
  if (read.problems.length > 0) {
    return show(request, id, { ...typed, refusal: { code: 'content_invalid', problems: read.problems } });
  }
  const { correction } = read;
  const facts =
    correction.kind === 'evidence' ? typedEvidence(correction.fields) : typedAccession(correction.fields);
  const asked = { id, position: positionIn(posted), typed: facts, upload: upload.value, dropsFile };
  const corrected = await correctSubmission(register, files, actor, asked, now);
  if (corrected.ok) return { kind: 'moved', to: addresses.submission(id, { done: 'corrected' }) };
  return show(request, id, { ...typed, refusal: corrected.refusal });
}

async function readCorrection(
  register: App.Locals['register'],
  kind: CorrectedFields['kind'],
  posted: ReadonlyMap<string, string>,
): Promise<{
  readonly correction: CorrectedFields;
  readonly found: ReadonlyMap<string, Found>;
  readonly problems: readonly FieldProblem[];
}> {
  if (kind === 'accession') {
    const fields = readAccessionFields(posted);
    return { correction: { kind, fields }, found: new Map(), problems: [] };
  }
  const { fields, found, problems } = await settlePicks(register, readEvidenceFields(posted), [
    'deedPlace',
    'deedWork',
  ]);
  return { correction: { kind, fields }, found, problems };
}

const positionIn = (posted: ReadonlyMap<string, string>): number => {
  const position = posted.get('position') ?? '';
  return /^[1-9]\d{0,5}$/.test(position) ? Number(position) : 0;
};

type Shown = {
  readonly refusal?: Refusal;
  readonly reason?: string;
  readonly correction?: CorrectedFields;
  readonly found?: ReadonlyMap<string, Found>;
  readonly dropsFile?: boolean;
  readonly isFileLost?: boolean;
};

/** The page anew: somebody may have done something since it was opened. */
async function show(
  { register, actor, now }: SubmissionRequest,
  id: number,
  { refusal: refused, reason = '', correction, found = new Map(), ...file }: Shown,
): Promise<SubmissionView> {
  const opened = await openSubmission(register, actor, id, now);
  if (!opened.ok) return { kind: 'refused', status: statusOf(opened.refusal), refusal: opened.refusal };
  if (refused?.code === 'not_permitted' || refused?.code === 'own_submission') {
    return { kind: 'refused', status: statusOf(refused), refusal: refused };
  }
  const page = opened.value;
  const form = correction ?? filled(page);
  const { deedPlace, deedWork } = form.kind === 'evidence' ? form.fields : { deedPlace: '', deedWork: '' };
  const own = page.submission.kind === 'accession' ? accessionControls : {};
  const refusal = refused ? atControls(refused, own) : null;
  return {
    kind: 'page',
    status: refusal ? statusOf(refusal) : 200,
    page,
    refusal,
    reason,
    correction: form,
    isCorrecting: correction !== undefined,
    found,
    places: await placesOffered(register, [...(page.organisation?.covers ?? []), deedPlace]),
    works: await worksNamed(register, deedWork),
    dropsFile: file.dropsFile ?? false,
    isFileLost: file.isFileLost ?? false,
  };
}

function filled({ submission, facts }: SubmissionPage): CorrectedFields {
  const { organisation } = submission;
  return 'title' in facts
    ? { kind: 'evidence', fields: fillEvidence(organisation, facts) }
    : { kind: 'accession', fields: fillAccession(organisation, facts) };
}
