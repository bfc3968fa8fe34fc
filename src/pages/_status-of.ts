import { type AccountRefusal, isAccountRefusal } from '../domain/account-refusal.ts';
import type { Refusal } from '../domain/errors.ts';

/** The HTTP status with which a refusal is answered. Anything a person may not know about is a 404. */
export function statusOf(refusal: Refusal): 400 | 403 | 404 | 409 | 410 | 422 | 429 {
  if (isAccountRefusal(refusal)) return accountStatus(refusal);
  switch (refusal.code) {
    case 'date_not_understood':
      return 400;
    case 'not_permitted':
    case 'four_eyes':
    case 'own_submission':
      return 403;
    case 'work_not_found':
    case 'not_known_then':
    case 'edition_not_found':
    case 'provision_not_found':
    case 'model_not_found':
    case 'before_first_edition':
    case 'withdrawn_by_then':
    case 'draft_not_found':
    case 'revision_not_found':
    case 'attachment_not_found':
    case 'organisation_not_found':
    case 'place_not_found':
    case 'network_not_found':
    case 'remark_not_found':
    case 'commitment_not_found':
    case 'submission_not_found':
    case 'assessment_not_found':
      return 404;
    case 'published_in_error':
    case 'plan_withdrawn':
      return 410;
    case 'remarks_open':
    case 'not_in_review':
    case 'not_approved':
    case 'timeline_changed':
    case 'submission_changed':
    case 'party_already':
    case 'draft_changed':
    case 'attachments_changed':
    case 'attachment_exists':
    case 'merge_unsettled':
    case 'draft_exists':
    case 'first_draft_stays':
    case 'nothing_changed':
    case 'work_exists':
    case 'edition_differs':
      return 409;
    case 'content_invalid':
    case 'not_a_party':
    case 'file_refused':
    case 'attachments_full':
      return 422;
    default:
      return refusal satisfies never;
  }
}

function accountStatus(refusal: AccountRefusal): 404 | 409 | 422 | 429 {
  switch (refusal.code) {
    case 'link_over':
    case 'person_not_found':
      return 404;
    case 'username_taken':
    case 'role_held':
    case 'last_registrar':
    case 'own_account':
    case 'second_factor_on':
    case 'succeeded_already':
    case 'not_local_government':
      return 409;
    case 'password_too_short':
    case 'password_too_long':
    case 'password_too_common':
    case 'password_wrong':
    case 'sign_in_failed':
    case 'code_wrong':
    case 'sign_in_over':
      return 422;
    case 'too_many_attempts':
      return 429;
    default:
      return refusal satisfies never;
  }
}
