import type { AccountRefusal } from './account-refusal.ts';
import type { FileFault } from './attachment.ts';

/**
 * Every expected refusal, as a code with the facts a sentence needs. No HTTP and no Thai here:
 * `src/i18n/refusals.ts` turns each into a sentence, and the type-checker asks for the missing ones.
 */
export type Refusal =
  | AccountRefusal
  | { readonly code: 'work_not_found' }
  | { readonly code: 'not_known_then' }
  | { readonly code: 'edition_not_found'; readonly number: number }
  | { readonly code: 'provision_not_found'; readonly eid: string }
  | { readonly code: 'model_not_found' }
  | { readonly code: 'before_first_edition'; readonly date: string }
  | { readonly code: 'withdrawn_by_then'; readonly date: string; readonly number: number }
  | { readonly code: 'date_not_understood'; readonly text: string }
  | { readonly code: 'not_permitted' }
  | { readonly code: 'four_eyes' }
  | { readonly code: 'remarks_open'; readonly count: number }
  | { readonly code: 'not_in_review' }
  | { readonly code: 'not_approved' }
  | { readonly code: 'remark_not_found' }
  | { readonly code: 'timeline_changed' }
  | {
      readonly code: 'published_in_error';
      readonly number: number;
      /** The day on which its text was taken away; null when it is not known. */
      readonly date: string | null;
      readonly note: string | null;
      /** Name of the organisation that took it away; null: the registry did. */
      readonly by: string | null;
      /** The edition that readers may read instead; null when there is none. */
      readonly currentNumber: number | null;
    }
  | { readonly code: 'plan_withdrawn' }
  | { readonly code: 'draft_not_found' }
  | { readonly code: 'draft_changed'; readonly theirVersion: number }
  | { readonly code: 'file_refused'; readonly fault: FileFault }
  | { readonly code: 'attachments_changed' }
  | { readonly code: 'attachments_full'; readonly limit: 'files' | 'bytes' | 'text' }
  | { readonly code: 'attachment_not_found' }
  | { readonly code: 'attachment_exists'; readonly title: string }
  | { readonly code: 'merge_unsettled' }
  | { readonly code: 'revision_not_found' }
  | { readonly code: 'draft_exists' }
  | { readonly code: 'first_draft_stays' }
  | { readonly code: 'nothing_changed' }
  | { readonly code: 'work_exists' }
  | { readonly code: 'edition_differs'; readonly number: number }
  | { readonly code: 'content_invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly code: 'organisation_not_found'; readonly slug: string }
  | { readonly code: 'network_not_found'; readonly slug: string }
  | { readonly code: 'commitment_not_found'; readonly id: string }
  | { readonly code: 'submission_not_found' }
  | { readonly code: 'submission_changed' }
  | { readonly code: 'own_submission' }
  | { readonly code: 'assessment_not_found' }
  | { readonly code: 'not_a_party'; readonly organisation: string }
  | { readonly code: 'party_already'; readonly organisation: string }
  | { readonly code: 'place_not_found'; readonly placeCode: string };

/** One thing wrong with one field of a form or of an archive file. */
export type FieldProblem = {
  /** Dotted path of the field, such as `title` or `sources.0.url`. */
  readonly field: string;
  readonly reason: FieldReason;
  /** What was there, shortened, when showing it helps. */
  readonly found?: string;
};

export type FieldReason =
  | 'required'
  | 'not_ticked'
  | 'too_long'
  | 'too_short'
  | 'wrong_kind'
  | 'not_in_list'
  | 'not_a_date'
  | 'not_a_number'
  | 'choose_one'
  | 'value_against_state'
  | 'source_in_use'
  | 'unknown_field'
  | 'unknown_place'
  | 'unknown_organisation'
  | 'unknown_network'
  | 'unknown_work'
  | 'unknown_topic'
  | 'unknown_source'
  | 'unknown_provision'
  | 'unknown_file'
  | 'not_a_page'
  | 'bad_slug'
  | 'bad_link'
  | 'duplicate'
  | 'file_name_differs'
  | 'change_note_required'
  | 'personal_data'
  | 'personal_data_here'
  | 'not_a_time'
  | 'not_future'
  | 'not_past'
  | 'not_independent'
  | 'differs_from_register';
