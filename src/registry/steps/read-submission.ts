import type { Connection } from '../../../db/connection.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findTitles } from '../../../db/relations.ts';
import type { AccessionFiling } from '../../domain/accession.ts';
import type { KeptFile } from '../../domain/attachment.ts';
import { type PartyRole, partyRoles } from '../../domain/edition.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import type { EvidenceFiling } from '../../domain/evidence.ts';
import { given, notStated } from '../../domain/fact.ts';
import { firstDayOf, type IsoDate } from '../../domain/iso-date.ts';
import { findPersonalData } from '../../domain/personal-data.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { SubmissionSource } from '../../domain/submission.ts';
import { isWebAddress } from '../../domain/web-address.ts';
import { workInAddress } from '../../domain/work-address.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import { toDisplayForm } from '../../thai/normal-form.ts';
import { parseWrittenDate } from '../../thai/parse-date.ts';
import type { WrittenDate } from '../../thai/written-date.ts';
import { explanationMaximum } from './reason-problems.ts';

/** What every record about an agreement is typed with. */
export type TypedBasis = {
  /** As people write dates. */
  readonly date: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly note: string;
};

export type TypedEvidence = TypedBasis & {
  readonly title: string;
  /** Official code; empty when not stated. */
  readonly place: string;
  readonly amount: string;
  /** `type/slug` or the address of a work of this register; empty for none. */
  readonly work: string;
};

export type TypedAccession = TypedBasis & { readonly role: string; readonly deed: string };

const titleMaximum = 300;
const largestAmount = 1_000_000_000;

/**
 * Reads what was typed about a deed. A title, a date that is not to come and an amount are needed, and something that
 * shows it: a source, a work of this register, or a file. Text with personal data is refused, because all of it becomes
 * public once it is accepted.
 */
export async function readEvidence(
  connection: Connection,
  typed: TypedEvidence,
  { today, file }: { readonly today: IsoDate; readonly file: KeptFile | null },
): Promise<Result<EvidenceFiling>> {
  const problems: FieldProblem[] = [];
  const title = lineIn(typed.title);
  if (title === '') problems.push({ field: 'title', reason: 'required' });
  if (title.length > titleMaximum) problems.push({ field: 'title', reason: 'too_long' });
  const date = readDate(typed.date, today, problems);
  if (typed.date.trim() === '') problems.push({ field: 'date', reason: 'required' });
  const place = toArabicDigits(typed.place.trim());
  if (place !== '' && !(await findPlaceChains(connection, [place])).has(place)) {
    problems.push({ field: 'place', reason: 'unknown_place', found: place.slice(0, 40) });
  }
  const amount = readAmount(typed.amount, problems);
  const work = await readWork(connection, typed.work, problems);
  const { source, note } = readBasis(typed, problems);
  if (source === null && work === null && file === null && typed.work.trim() === '') {
    problems.push({ field: 'proof', reason: 'required' });
  }
  refusePersonalData({ title, note: note ?? '' }, problems);
  if (problems.length > 0 || date === null) return refused({ code: 'content_invalid', problems });
  return accepted({ title, date, place: place === '' ? null : place, amount, source, work, file, note });
}

/** Reads what was typed about an organisation's own place among the parties. The file that shows it is needed. */
export function readAccession(
  typed: TypedAccession,
  {
    today,
    file,
    roles,
  }: { readonly today: IsoDate; readonly file: KeptFile | null; readonly roles: readonly PartyRole[] },
): Result<AccessionFiling> {
  const problems: FieldProblem[] = [];
  const role = partyRoles.find((one) => one === typed.role);
  if (role === undefined || !roles.includes(role)) problems.push({ field: 'role', reason: 'not_in_list' });
  const deed = typed.deed === 'join' || typed.deed === 'sign' ? typed.deed : null;
  if (deed === null) problems.push({ field: 'deed', reason: 'not_in_list' });
  const date = readDate(typed.date, today, problems);
  const { source, note } = readBasis(typed, problems);
  if (file === null) problems.push({ field: 'file', reason: 'required' });
  refusePersonalData({ note: note ?? '' }, problems);
  if (problems.length > 0 || role === undefined || deed === null) {
    return refused({ code: 'content_invalid', problems });
  }
  return accepted({ role, deed, date: date === null ? notStated : given(date), file, source, note });
}

/** A date as people write it, which is not to come; null when nothing or no such date is typed. */
export function readDate(typed: string, today: IsoDate, problems: FieldProblem[]): WrittenDate | null {
  const text = typed.trim();
  if (text === '') return null;
  const date = parseWrittenDate(text);
  if (date === null) problems.push({ field: 'date', reason: 'not_a_date' });
  else if (firstDayOf(date.end ?? date.start) > today) problems.push({ field: 'date', reason: 'not_past' });
  return date;
}

function readAmount(typed: string, problems: FieldProblem[]): number {
  const text = toArabicDigits(typed).replace(/[\s,]/g, '');
  const amount = /^\d{1,10}(?:\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (text === '') problems.push({ field: 'amount', reason: 'required' });
  else if (amount <= 0 || amount > largestAmount) problems.push({ field: 'amount', reason: 'not_a_number' });
  return amount;
}

async function readWork(
  connection: Connection,
  typed: string,
  problems: FieldProblem[],
): Promise<string | null> {
  if (typed.trim() === '') return null;
  const name = workInAddress(typed);
  if (name !== null && (await findTitles(connection, [name])).size > 0) return `${name.type}/${name.slug}`;
  problems.push({ field: 'work', reason: 'unknown_work', found: typed.trim().slice(0, 40) });
  return null;
}

/** Where it is told of, and what else there is to say. */
export function readBasis(
  typed: TypedBasis,
  problems: FieldProblem[],
): { readonly source: SubmissionSource | null; readonly note: string | null } {
  const title = lineIn(typed.sourceTitle);
  const url = typed.sourceUrl.trim();
  const note = lineIn(typed.note);
  if (title.length > 500) problems.push({ field: 'sourceTitle', reason: 'too_long' });
  if (url !== '' && title === '') problems.push({ field: 'sourceTitle', reason: 'required' });
  if (url !== '' && !isWebAddress(url)) problems.push({ field: 'sourceUrl', reason: 'bad_link' });
  if (note.length > explanationMaximum) problems.push({ field: 'note', reason: 'too_long' });
  return {
    source: title === '' ? null : { title, url: url === '' ? null : url },
    note: note === '' ? null : note,
  };
}

/** All of these texts become public: personal data is refused at its field. */
export function refusePersonalData(texts: Readonly<Record<string, string>>, problems: FieldProblem[]): void {
  for (const [field, text] of Object.entries(texts)) {
    const [found] = findPersonalData(text);
    if (found) problems.push({ field, reason: 'personal_data_here', found: found.text });
  }
}

/** A text in one line, as it should be stored. */
export const lineIn = (text: string): string => toDisplayForm(text).replace(/\s+/g, ' ').trim();
