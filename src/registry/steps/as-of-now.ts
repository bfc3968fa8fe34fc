import type { Register } from '../../../db/connection.ts';
import type { Known } from '../../../db/known.ts';
import { findOuterMoments } from '../../../db/moments.ts';
import { type AsOf, asOfInstant, beginningOf } from '../../domain/as-of.ts';
import { dayInThailand, type Instant, laterInstant } from '../../domain/iso-date.ts';

/** What the register held as of a moment: all that it had up to these ids. */
export type KnownAsOf = AsOf & Known;

const nothingKnown: Known = { lastEdition: 0, lastEvent: 0, lastAct: 0, lastFormer: 0 };

/**
 * As of when the register is read now: the moment of its last change, or the beginning of today where that is
 * later, because standings change with the day. Asked for again, it gives the same rows for ever.
 */
export async function asOfNow({ read }: Pick<Register, 'read'>, now: Instant): Promise<KnownAsOf> {
  const last = (await findOuterMoments(read))?.last;
  const begun = beginningOf(dayInThailand(now));
  return { ...asOfInstant(laterInstant(last?.at ?? '', begun)), ...knownAt(last ?? null) };
}

/** Up to which entries the register is read as of a moment; null is before the first. */
export function knownAt(moment: Known | null): Known {
  const { lastEdition, lastEvent, lastAct, lastFormer } = moment ?? nothingKnown;
  return { lastEdition, lastEvent, lastAct, lastFormer };
}

/** As of when something is read: as asked, or, for null, now with the day of the clock. */
export const asOfOrNow = async (
  register: Pick<Register, 'read'>,
  asOf: KnownAsOf | null,
  now: Instant,
): Promise<KnownAsOf> => asOf ?? { ...(await asOfNow(register, now)), day: dayInThailand(now) };
