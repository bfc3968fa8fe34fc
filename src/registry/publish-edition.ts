import type { Register } from '../../db/connection.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import type { Result } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { type PublishedDraft, publishDraft } from './steps/publish-draft.ts';

/**
 * Publishes a draft as the next edition: one transaction that stores the edition, removes the draft and writes the
 * audit. When it resolves the edition is durable. Publishing the same version again, by a retry, a second click or
 * somebody else, changes nothing and is answered with the edition that it became.
 * @param expectedVersion the version of the draft that was looked at
 * @param personalDataReason why personal data that was found may stay; null when nobody has said so
 * Refused: `draft_not_found`, `not_permitted`, `four_eyes`, `not_approved`, `remarks_open`, `draft_changed`,
 * `content_invalid` (a missing change note among them), `nothing_changed`. A refusal changes nothing.
 */
export const publishEdition = (
  register: Register,
  actor: Actor,
  name: WorkName,
  expectedVersion: number,
  now: Instant,
  personalDataReason: string | null = null,
): Promise<Result<PublishedDraft>> =>
  register.write((transaction) =>
    publishDraft(transaction, actor, { name, expectedVersion, personalDataReason, scheduledFor: null }, now),
  );
