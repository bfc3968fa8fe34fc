import { listPromisingAgreements, type NamedAgreement } from '../../db/agreements.ts';
import type { Register } from '../../db/connection.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';

/** So many stand on a page. */
export const assessableOnPage = 20;

/**
 * The agreements with counted commitments that an actor publishes for, and so may record what others judge of them: those
 * of one's organisations, of a registrar all.
 * @param page from 1
 */
export function listAssessable(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  page: number,
): Promise<{ readonly agreements: readonly NamedAgreement[]; readonly total: number }> {
  const stewards = actor.memberships.flatMap(({ role, organisation }) =>
    role === 'publisher' && organisation !== null ? [organisation] : [],
  );
  const window = { limit: assessableOnPage, offset: (page - 1) * assessableOnPage };
  return listPromisingAgreements(read, isRegistrar(actor) ? null : stewards, window);
}
