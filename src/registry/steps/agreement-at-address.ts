import type { Register } from '../../../db/connection.ts';
import { listEvents } from '../../../db/events.ts';
import { parseAddressDate } from '../../domain/iso-date.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { type Standing, standingOn } from '../../domain/timeline.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { type AgreementOn, readAgreement } from './read-agreement.ts';
import { whyNotKnown } from './why-no-edition.ts';

/** What the address of a page about an agreement leads to. */
export type AgreementAtAddress =
  /** The same day in the plain form of addresses. */
  | { readonly kind: 'same_day'; readonly date: string }
  | {
      readonly kind: 'found';
      /** The period as asked for, `2017`, `2017-05` or `2017-05-15`; null for the day of `asOf`. Its last day counts. */
      readonly date: string | null;
      readonly agreement: AgreementOn;
      /** Where the agreement stood on that day; events without a date count on the day of `asOf` only. */
      readonly standing: Standing;
    };

/**
 * An agreement as the address of one of its dated pages asks for it.
 * @param text the day, month or year of the address; null for the day of `asOf`. A Buddhist-era year or Thai digits lead
 *   to the plain CE address.
 * @param asOf what the register held then is what counts
 * Refused: `date_not_understood`, `work_not_found`, `not_known_then`.
 */
export async function agreementAtAddress(
  { read }: Pick<Register, 'read'>,
  slug: string,
  text: string | null,
  asOf: KnownAsOf,
): Promise<Result<AgreementAtAddress>> {
  const parsed = text === null ? null : parseAddressDate(toArabicDigits(text));
  if (text !== null && !parsed) return refused({ code: 'date_not_understood', text });
  const day = parsed?.lastDay ?? asOf.day;
  const agreement = await readAgreement(read, slug, day, { known: asOf });
  if (!agreement) return refused(await whyNotKnown(read, { type: 'agreements', slug }));
  if (parsed && text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const events = await listEvents(read, agreement.work.id, asOf.lastEvent);
  const known = day < asOf.day ? events.filter(({ date }) => date !== null) : events;
  const standing = standingOn(agreement.editions, known, day);
  return accepted({ kind: 'found', date: parsed?.date ?? null, agreement, standing });
}
