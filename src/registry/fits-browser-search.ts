import type { Register } from '../../db/connection.ts';
import { lastSearchChange } from '../../db/search-rows.ts';

/** With more editions and withdrawals than this a browser would load more to begin a search than the answers of the server weigh. */
const MOST_CHANGES = 30_000;

/** Whether the index of the register is small enough to be searched in a browser. */
export function fitsBrowserSearch(register: Register): boolean {
  return lastSearchChange(register.read) <= MOST_CHANGES;
}
