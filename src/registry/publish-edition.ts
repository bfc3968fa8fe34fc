import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { deleteDraft, findDraft, type StoredDraft } from '../../db/drafts.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { findWork, type StoredWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, may, needsAnotherPerson } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition, nextNumber } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { canonicalManifest } from './steps/canonical-manifest.ts';
import { problemsOf } from './steps/known-references.ts';
import { storeEdition } from './steps/store-edition.ts';

/**
 * Publishes a draft as the next edition: one transaction that stores the edition, removes the draft
 * and writes the audit. When it resolves the edition is durable.
 * @param expectedVersion the version of the draft that was looked at
 * Refused: `draft_not_found`, `not_permitted`, `four_eyes`, `draft_changed`, `content_invalid`
 * (a missing change note among them), `nothing_changed`. A refusal changes nothing.
 */
export function publishEdition(
  register: Register,
  actor: Actor,
  name: WorkName,
  expectedVersion: number,
  now: Instant,
): Promise<Result<{ readonly number: number; readonly sha256: string }>> {
  return register.write(async (transaction) => {
    const work = await findWork(transaction, name);
    const draft = work && may(actor, 'read_draft', work) ? await findDraft(transaction, work.id) : null;
    if (!work || !draft) return refused({ code: 'draft_not_found' });
    const obstacle = whyNot(actor, work, draft, expectedVersion);
    if (obstacle) return refused(obstacle);

    const editions = await listEditions(transaction, work.id);
    const number = nextNumber(editions);
    const manifest: Manifest = { ...draft.content, edition: number };
    const problems = await problemsOf(transaction, manifest);
    const empty = manifest.body === '' ? [{ field: 'body', reason: 'required' } as const] : [];
    if (problems.length + empty.length > 0) {
      return refused({ code: 'content_invalid', problems: [...empty, ...problems] });
    }
    const current = currentEdition(datedEditions(editions));
    if (current !== null && (await saysNothingNew(transaction, work.id, current, manifest))) {
      return refused({ code: 'nothing_changed' });
    }
    const organisationIds = await mapOrganisationIds(transaction);
    const sha256 = await storeEdition(transaction, {
      workId: work.id,
      manifest,
      publishedAt: now,
      organisationIds,
    });
    if (!(await deleteDraft(transaction, draft.id, draft.version))) {
      throw new Error('the draft changed inside its own transaction');
    }
    const subject = `${name.type}/${name.slug}`;
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'edition.published', subject, details: { number, sha256 } },
      now,
    );
    return accepted({ number, sha256 });
  });
}

function whyNot(actor: Actor, work: StoredWork, draft: StoredDraft, expectedVersion: number): Refusal | null {
  if (!may(actor, 'publish', work)) return { code: 'not_permitted' };
  const steward = work.fourEyes === null ? null : { fourEyes: work.fourEyes };
  if (needsAnotherPerson(actor, { lastEditedBy: draft.editedBy }, steward)) return { code: 'four_eyes' };
  if (draft.version !== expectedVersion) return { code: 'draft_changed', theirVersion: draft.version };
  return null;
}

/** True when the manifest differs from the current edition in nothing but the account of the change. */
async function saysNothingNew(
  transaction: Connection,
  workId: number,
  current: number,
  manifest: Manifest,
): Promise<boolean> {
  const before = await findEdition(transaction, workId, current);
  if (!before) return false;
  const { edition, changeKind, changeNote } = manifest;
  const carried: Manifest = { ...before.manifest, edition, changeKind, changeNote };
  return canonicalManifest(carried).sha256 === canonicalManifest(manifest).sha256;
}
