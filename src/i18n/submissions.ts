import type { AssessmentValue } from '../domain/assessment.ts';
import type { SubmissionActKind, SubmissionKind, SubmissionState } from '../domain/submission.ts';

/** Words for what organisations hand in about an agreement, and for what others judge of it. */

export const submissionKindLabels: Readonly<Record<SubmissionKind, string>> = {
  evidence: 'หลักฐานผลงาน',
  accession: 'แสดงตนเป็นภาคี',
};

export const submissionStateLabels: Readonly<Record<SubmissionState, string>> = {
  submitted: 'รอพิจารณา',
  accepted: 'รับแล้ว',
  returned: 'ส่งคืน',
};

export const submissionActLabels: Readonly<Record<SubmissionActKind, string>> = {
  submitted: 'ยื่น',
  corrected: 'แก้ไข',
  accepted: 'รับ',
  returned: 'ส่งคืน',
  reversed: 'ยกเลิกผลพิจารณา',
};

/** The five points of the scale of the Open Government Partnership. */
export const assessmentLabels: Readonly<Record<AssessmentValue, string>> = {
  no_evidence: 'ไม่มีหลักฐานให้ประเมิน',
  not_started: 'ยังไม่เริ่ม',
  limited: 'ทำได้จำกัด',
  substantial: 'ทำได้มาก',
  complete: 'ทำครบ',
};
