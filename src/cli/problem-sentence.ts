import type { ArchiveProblem } from '../archive/problem.ts';
import type { FieldReason } from '../domain/errors.ts';

const reasons: Readonly<Record<FieldReason, string>> = {
  required: 'is missing; write it (null where the source does not state it)',
  not_ticked: 'is not ticked',
  too_long: 'is too long; shorten it',
  too_short: 'is empty; write it or leave the field out',
  wrong_kind: 'is not of the right kind; see the archive format in CONTRIBUTING.md',
  not_in_list: 'is not one of the values the register knows',
  not_a_date: 'is not a calendar date; write YYYY, YYYY-MM or YYYY-MM-DD of the common era',
  not_a_number: 'is not a number',
  choose_one: 'fits more than one thing, or none; name one of them',
  value_against_state: 'holds a value that its state excludes',
  source_in_use: 'is a source that something still points at',
  unknown_field: 'is not a field of this kind of file; check its spelling',
  unknown_place: 'is not an official place code',
  unknown_organisation: 'names an organisation that is not in organisations.yaml or the register',
  unknown_network: 'names a network that is not in networks.yaml or the register',
  unknown_work: 'names a work that is not in the archive or the register',
  unknown_topic: 'is not a topic of the vocabularies',
  unknown_source: 'points at a source id that this file does not list',
  unknown_provision: 'points at a provision that the text does not have',
  unknown_file: 'names a file that is not in the folder files of the work, or not whole',
  not_a_page: 'is not a page of the file',
  bad_slug: 'is not a slug; use lower-case ASCII letters, digits and single hyphens',
  bad_link: 'is not a web address; begin it with https:// or http://',
  duplicate: 'stands twice; give each its own',
  file_name_differs: 'does not agree with the name of the file',
  change_note_required: 'is required from the second edition on: say what changed',
  personal_data: 'holds personal data',
  personal_data_here: 'holds personal data',
  not_a_time: 'is no time of day',
  not_future: 'is past',
  not_past: 'is still to come',
  not_independent: 'names somebody who is part of the agreement',
  differs_from_register:
    'differs from what the register has; what is published never changes, so give another edition the next number',
};

/** One problem as one sentence: file, line, field, reason. */
export function problemSentence(problem: ArchiveProblem): string {
  const where = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === '' ? 'the file' : `"${problem.field}"`;
  const found = problem.found === undefined ? '' : ` (found "${problem.found}")`;
  return problem.detail
    ? `${where}: ${field} cannot be read as YAML: ${problem.detail}`
    : `${where}: ${field} ${reasons[problem.reason]}${found}.`;
}
