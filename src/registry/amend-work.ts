import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { lastDraftVersion } from '../../db/draft-revisions.ts';
import { findDraft, insertDraft } from '../../db/drafts.ts';
import { findStoredEdition, lastEditionNumber, listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { draftOfNext } from '../domain/draft.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';

/**
 * Opens the draft of a work's next edition from the current one, or, where nothing is public any more, from the last
 * that was; when a draft is already open, that one is what the actor gets. Refused: `work_not_found`, also when it is not the actor's to edit.
 */
export function amendWork(
  register: Register,
  actor: Actor,
  name: WorkName,
  now: Instant,
): Promise<Result<{ readonly wasOpen: boolean }>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    if (!work || !may(actor, 'edit', work)) return refused({ code: 'work_not_found' });
    if (await findDraft(transaction, work.id)) return accepted({ wasOpen: true });
    const editions = await listEditions(transaction, work.id);
    const number = currentEdition(datedEditions(editions));
    const last = await lastEditionNumber(transaction, work.id);
    const current = await findStoredEdition(transaction, work.id, number ?? last);
    if (!current) return refused({ code: 'work_not_found' });
    const content = { ...draftOfNext(current.manifest), edition: last + 1 };
    const version = (await lastDraftVersion(transaction, work.id)) + 1;
    await insertDraft(transaction, {
      workId: work.id,
      basedOn: number,
      content,
      version,
      userId: actor.userId,
      at: now,
    });
    const subject = `${name.type}/${name.slug}`;
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'draft.opened', subject, details: { basedOn: number, version } },
      now,
    );
    return accepted({ wasOpen: false });
  });
}
