import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/domain/errors.ts';
import { refusalText } from '../../src/i18n/refusals.ts';
import { statusOf } from '../../src/pages/_status-of.ts';

/** One of every refusal; the type-checker asks for a new one. */
const samples: { readonly [Code in Refusal['code']]: Extract<Refusal, { readonly code: Code }> } = {
  plan_withdrawn: { code: 'plan_withdrawn' },
  not_known_then: { code: 'not_known_then' },
  work_not_found: { code: 'work_not_found' },
  provision_not_found: { code: 'provision_not_found', eid: 'cl-99' },
  model_not_found: { code: 'model_not_found' },
  edition_not_found: { code: 'edition_not_found', number: 99 },
  before_first_edition: { code: 'before_first_edition', date: '2000-01-01' },
  withdrawn_by_then: { code: 'withdrawn_by_then', date: '2020-12-31', number: 2 },
  date_not_understood: { code: 'date_not_understood', text: '2017-13-01' },
  not_permitted: { code: 'not_permitted' },
  four_eyes: { code: 'four_eyes' },
  remarks_open: { code: 'remarks_open', count: 3 },
  not_in_review: { code: 'not_in_review' },
  not_approved: { code: 'not_approved' },
  remark_not_found: { code: 'remark_not_found' },
  commitment_not_found: { code: 'commitment_not_found', id: 'models' },
  submission_not_found: { code: 'submission_not_found' },
  assessment_not_found: { code: 'assessment_not_found' },
  submission_changed: { code: 'submission_changed' },
  own_submission: { code: 'own_submission' },
  not_a_party: { code: 'not_a_party', organisation: 'sao-test-north' },
  party_already: { code: 'party_already', organisation: 'sao-test-north' },
  timeline_changed: { code: 'timeline_changed' },
  published_in_error: {
    code: 'published_in_error',
    number: 2,
    date: '2026-11-22',
    note: 'ทดสอบ',
    by: 'อบต. ทดสอบ',
    currentNumber: 1,
  },
  draft_not_found: { code: 'draft_not_found' },
  draft_changed: { code: 'draft_changed', theirVersion: 2 },
  file_refused: { code: 'file_refused', fault: 'active_content' },
  attachments_changed: { code: 'attachments_changed' },
  attachments_full: { code: 'attachments_full', limit: 'bytes' },
  attachment_not_found: { code: 'attachment_not_found' },
  attachment_exists: { code: 'attachment_exists', title: 'ภาคผนวกทดสอบ' },
  revision_not_found: { code: 'revision_not_found' },
  merge_unsettled: { code: 'merge_unsettled' },
  draft_exists: { code: 'draft_exists' },
  first_draft_stays: { code: 'first_draft_stays' },
  nothing_changed: { code: 'nothing_changed' },
  work_exists: { code: 'work_exists' },
  edition_differs: { code: 'edition_differs', number: 2 },
  content_invalid: { code: 'content_invalid', problems: [{ field: 'title', reason: 'required' }] },
  username_taken: { code: 'username_taken', username: 'somchai' },
  organisation_not_found: { code: 'organisation_not_found', slug: 'nobody' },
  network_not_found: { code: 'network_not_found', slug: 'x'.repeat(500) },
  place_not_found: { code: 'place_not_found', placeCode: '9'.repeat(500) },
  password_too_short: { code: 'password_too_short', minimum: 12 },
  password_too_long: { code: 'password_too_long', maximum: 256 },
  sign_in_failed: { code: 'sign_in_failed' },
  too_many_attempts: { code: 'too_many_attempts', retryAfterSeconds: 601 },
  password_too_common: { code: 'password_too_common' },
  password_wrong: { code: 'password_wrong' },
  code_wrong: { code: 'code_wrong' },
  sign_in_over: { code: 'sign_in_over' },
  second_factor_on: { code: 'second_factor_on' },
  link_over: { code: 'link_over' },
  person_not_found: { code: 'person_not_found' },
  role_held: { code: 'role_held' },
  last_registrar: { code: 'last_registrar' },
  own_account: { code: 'own_account' },
  succeeded_already: { code: 'succeeded_already', slug: 'ทต-ทดสอบ' },
  not_local_government: { code: 'not_local_government' },
};

describe('a refusal', () => {
  test.each(Object.values(samples))('says what happened, why and what to do: $code', (refusal) => {
    const { title, sentence, next } = refusalText(refusal);
    for (const part of [title, sentence, next]) {
      expect(part).toMatch(/[ก-๙]{5}/);
      expect(part).not.toMatch(/undefined|\[object|_/);
      expect(part.length).toBeLessThan(220);
    }
    expect(new Set([title, sentence, next]).size).toBe(3);
  });

  test.each(Object.values(samples))('is answered with a client error: $code', (refusal) => {
    expect(statusOf(refusal)).toBeGreaterThanOrEqual(400);
    expect(statusOf(refusal)).toBeLessThan(500);
  });

  test('a sign-in that fails does not say which of the two was wrong', () => {
    expect(refusalText(samples.sign_in_failed).sentence).toBe('ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง');
  });

  test('a waiting time is said in minutes, rounded up', () => {
    expect(refusalText(samples.too_many_attempts).sentence).toContain('11 นาที');
  });
});
