import type { Register } from '../../db/connection.ts';
import { listWithdrawals } from '../../db/search-rows.ts';
import { addresses } from '../domain/addresses.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { withdrawnWorkIds } from './steps/withdrawn-works.ts';

/** The addresses of the works that are withdrawn by now: those that no search may show. */
export function listWithdrawn(register: Register, now: Instant): readonly string[] {
  const withdrawals = listWithdrawals(register.read);
  const gone = withdrawnWorkIds(withdrawals, dayInThailand(now));
  return [...new Set(withdrawals.filter(({ workId }) => gone.has(workId)).map(addresses.work))];
}
