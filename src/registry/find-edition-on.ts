import type { Register } from '../../db/connection.ts';
import { listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { parseAddressDate } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { editionOn } from '../domain/succession.ts';
import { isWithdrawnOn } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

/** Where a dated address leads: to its common-era form, or to the edition that stood then. */
export type DatedAddress =
  | { readonly kind: 'same_day'; readonly date: string }
  | { readonly kind: 'edition'; readonly number: number };

/**
 * Resolves `/{type}/{slug}/@{date}`; a Buddhist-era year or Thai digits lead to the plain CE address. A month or
 * a year alone asks for the edition that stood at its end.
 * Refused: `date_not_understood`, `work_not_found`, `before_first_edition`, and `withdrawn_by_then` from the day
 * on which the work was withdrawn.
 */
export async function findEditionOn(
  register: Register,
  name: WorkName,
  text: string,
): Promise<Result<DatedAddress>> {
  const parsed = parseAddressDate(toArabicDigits(text));
  if (!parsed) return refused({ code: 'date_not_understood', text });
  const work = await findWork(register.read, name);
  const editions = work ? await listEditions(register.read, work.id) : [];
  if (!work) return refused({ code: 'work_not_found' });
  if (editions.length === 0) return refused(await whyNoEdition(register.read, work, null));
  if (text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const number = editionOn(datedEditions(editions), parsed.lastDay);
  if (number === null) return refused({ code: 'before_first_edition', date: parsed.lastDay });
  const events = await listEvents(register.read, work.id);
  if (isWithdrawnOn(events, parsed.lastDay)) {
    return refused({ code: 'withdrawn_by_then', date: parsed.lastDay, number });
  }
  return accepted({ kind: 'edition', number });
}
