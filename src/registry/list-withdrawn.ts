import type { Register } from '../../db/connection.ts';
import { listTakenOut, listWithdrawals } from '../../db/search-rows.ts';
import { addresses } from '../domain/addresses.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { withdrawnWorkIds } from './steps/withdrawn-works.ts';

/**
 * The addresses that no search may show: of works that are withdrawn by now, and of single editions that were published
 * in error.
 */
export function listWithdrawn(register: Register, now: Instant): readonly string[] {
  const withdrawals = listWithdrawals(register.read);
  const gone = withdrawnWorkIds(withdrawals, dayInThailand(now));
  return [
    ...new Set(withdrawals.filter(({ workId }) => gone.has(workId)).map(addresses.work)),
    ...listTakenOut(register.read).map((edition) => addresses.edition(edition, edition.number)),
  ];
}
