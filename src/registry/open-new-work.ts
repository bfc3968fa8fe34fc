import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertDraft } from '../../db/drafts.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { findWork, insertWork } from '../../db/works.ts';
import { documentType } from '../catalogue/index.ts';
import { draftOfNewWork } from '../domain/draft.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, mayOpenWork } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { isSlug, isWorkType, type WorkName } from '../domain/work.ts';

export type NewWork = {
  readonly type: string;
  readonly slug: string;
  readonly title: string;
  /** Slug of the organisation that will look after it; empty: the registry itself. */
  readonly steward: string;
};

/**
 * Opens a work with its first draft; nothing of it is public before it is published.
 * Refused: `content_invalid`, `not_permitted`, `organisation_not_found`, `work_exists`.
 */
export function openNewWork(
  register: Register,
  actor: Actor,
  typed: NewWork,
  now: Instant,
): Promise<Result<WorkName>> {
  return register.write(async (transaction) => {
    const title = typed.title.trim();
    const slug = typed.slug.trim();
    const problems: FieldProblem[] = [];
    if (title === '') problems.push({ field: 'title', reason: 'required' });
    if (title.length > 500) problems.push({ field: 'title', reason: 'too_long' });
    if (!isSlug(slug)) problems.push({ field: 'slug', reason: slug === '' ? 'required' : 'bad_slug' });
    if (!isWorkType(typed.type)) problems.push({ field: 'type', reason: 'not_in_list' });
    if (problems.length > 0 || !isWorkType(typed.type)) return refused({ code: 'content_invalid', problems });

    const steward = typed.steward === '' ? null : typed.steward;
    if (!mayOpenWork(actor, steward)) return refused({ code: 'not_permitted' });
    const stewardId = steward === null ? null : (await mapOrganisationIds(transaction)).get(steward);
    if (stewardId === undefined) return refused({ code: 'organisation_not_found', slug: typed.steward });
    const name: WorkName = { type: typed.type, slug };
    if (await findWork(transaction, name)) return refused({ code: 'work_exists' });

    const { subtypes, legalNatures } = documentType(name.type);
    const content = draftOfNewWork(name, title, {
      subtype: Object.keys(subtypes)[0] ?? '',
      legalNature: legalNatures[0] ?? 'informational',
    });
    const workId = await insertWork(transaction, name, stewardId, now);
    const draft = { workId, basedOn: null, content, version: 1 };
    await insertDraft(transaction, { ...draft, userId: actor.userId, at: now });
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'work.opened', subject: `${name.type}/${slug}`, details: { steward } },
      now,
    );
    return accepted(name);
  });
}
