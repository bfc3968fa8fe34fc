import type { Register } from '../../../db/connection.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import { type AsOf, asOfInstant, beginningOf } from '../../domain/as-of.ts';
import { dayInThailand, type Instant, laterInstant } from '../../domain/iso-date.ts';

/** What the register held as of a moment: its editions and events up to these ids. */
export type KnownAsOf = AsOf & { readonly lastEdition: number; readonly lastEvent: number };

/**
 * As of when the register is read now: the moment of its last change, or the beginning of today where that is
 * later, because standings change with the day. Asked for again, it gives the same rows for ever.
 */
export async function asOfNow({ read }: Register, now: Instant): Promise<KnownAsOf> {
  const last = (await findOuterMoments(read))?.last ?? { at: '', lastEdition: 0, lastEvent: 0 };
  const begun = beginningOf(dayInThailand(now));
  const { lastEdition, lastEvent } = last;
  return { ...asOfInstant(laterInstant(last.at, begun)), lastEdition, lastEvent };
}
