import type { Register } from '../../db/connection.ts';
import { type DeskEntry, listDesk as readDesk } from '../../db/drafts.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';

/** At most so many works are shown; a search narrows them. */
export const deskMaximum = 50;

/**
 * The works an actor may edit, those with a draft first: a registrar's are all, another's those of
 * one's organisations.
 * @param text part of a title or slug; empty for all
 */
export function listDesk(register: Register, actor: Actor, text: string): Promise<readonly DeskEntry[]> {
  const stewards = isRegistrar(actor)
    ? null
    : actor.memberships.flatMap((membership) => membership.organisation ?? []);
  return readDesk(register.read, stewards, text, deskMaximum);
}
