import type { Register } from '../../db/connection.ts';
import { listSubmissionsOf } from '../../db/submission-lists.ts';
import type { Actor } from '../domain/permission.ts';
import { ownOrganisations } from './steps/own-organisations.ts';
import { type Filing, type ToldSubmission, tellSubmissions } from './steps/tell-submissions.ts';

/** So many stand on a page. */
export const ownSubmissionsOnPage = 20;

/**
 * What an actor's organisations handed in, in any state, the latest change first; of somebody without an organisation,
 * such as a registrar, what oneself handed in.
 * @param page from 1
 */
export async function listOwnSubmissions(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  page: number,
): Promise<{ readonly submissions: readonly ToldSubmission[]; readonly total: number }> {
  const { all } = await ownOrganisations(read, actor);
  const of = all.length === 0 ? { userId: actor.userId } : { organisations: all };
  const window = { limit: ownSubmissionsOnPage, offset: (page - 1) * ownSubmissionsOnPage };
  const { submissions, total } = await listSubmissionsOf<Filing>(read, of, window);
  return { submissions: await tellSubmissions(read, submissions), total };
}
