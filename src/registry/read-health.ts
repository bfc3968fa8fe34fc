import type { Register } from '../../db/connection.ts';
import { countEditions } from '../../db/editions.ts';

/** What `/healthz` says of the register. */
export async function readHealth(
  register: Register,
): Promise<{ readonly revision: number; readonly editions: number }> {
  return { revision: register.revision(), editions: await countEditions(register.read) };
}
