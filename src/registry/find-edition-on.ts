import type { Register } from '../../db/connection.ts';
import { listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { dayInThailand, parseAddressDate } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { editionOn } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { toArabicDigits } from '../thai/digits.ts';

/** Where a dated address leads: to the same day in the common era, or to the edition that stood then. */
export type DatedAddress =
  | { readonly kind: 'same_day'; readonly date: string }
  | { readonly kind: 'edition'; readonly number: number };

/**
 * Resolves `/{type}/{slug}/@{date}`; a Buddhist-era year or Thai digits lead to the plain CE address.
 * Refused: `date_not_understood`, `work_not_found`, `before_first_edition`.
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
  if (editions.length === 0) return refused({ code: 'work_not_found' });
  if (text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const number = editionOn(
    editions.map((entry) => ({
      number: entry.number,
      ...entry.card,
      publishedOn: dayInThailand(entry.publishedAt),
    })),
    parsed.date,
  );
  if (number === null) return refused({ code: 'before_first_edition', date: parsed.date });
  return accepted({ kind: 'edition', number });
}
