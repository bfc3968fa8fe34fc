import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { insertDraft } from '../../db/drafts.ts';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findWork, insertWork } from '../../db/works.ts';
import { documentType } from '../catalogue/index.ts';
import { draftOfNewWork } from '../domain/draft.ts';
import { draftFromTemplate } from '../domain/draft-from-template.ts';
import type { Manifest } from '../domain/edition.ts';
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
  /** Empty: the first of the type. */
  readonly subtype?: string;
  /** Code of the place that it is about; empty: none yet. */
  readonly place?: string;
  /** The edition whose text it begins with; null: an empty page. */
  readonly template?: Manifest | null;
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
    const place = (typed.place ?? '').trim();
    const isPlaceKnown = place === '' || (await findPlaceChains(transaction, [place])).has(place);
    const problems = problemsOf(typed, isPlaceKnown);
    if (problems.length > 0 || !isWorkType(typed.type)) return refused({ code: 'content_invalid', problems });

    const steward = typed.steward === '' ? null : typed.steward;
    if (!mayOpenWork(actor, steward)) return refused({ code: 'not_permitted' });
    const stewardId = steward === null ? null : (await mapOrganisationIds(transaction)).get(steward);
    if (stewardId === undefined) return refused({ code: 'organisation_not_found', slug: typed.steward });
    const name: WorkName = { type: typed.type, slug: typed.slug.trim() };
    if (await findWork(transaction, name)) return refused({ code: 'work_exists' });

    const content = { ...firstDraft(name, typed), places: place === '' ? [] : [place] };
    const workId = await insertWork(transaction, name, stewardId, now);
    const draft = { workId, basedOn: null, content, version: 1 };
    await insertDraft(transaction, { ...draft, userId: actor.userId, at: now });
    const subject = `${name.type}/${name.slug}`;
    const template = typed.template ? { template: `${typed.template.type}/${typed.template.slug}` } : {};
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'work.opened', subject, details: { steward, ...template } },
      now,
    );
    return accepted(name);
  });
}

function problemsOf(typed: NewWork, isPlaceKnown: boolean): readonly FieldProblem[] {
  const { title, slug, type, subtype = '', place = '' } = typed;
  const problems: FieldProblem[] = [];
  if (title.trim() === '') problems.push({ field: 'title', reason: 'required' });
  if (title.trim().length > 500) problems.push({ field: 'title', reason: 'too_long' });
  const reason = slug.trim() === '' ? 'required' : 'bad_slug';
  if (!isSlug(slug.trim())) problems.push({ field: 'slug', reason });
  if (!isWorkType(type)) problems.push({ field: 'type', reason: 'not_in_list' });
  else if (subtype !== '' && !(subtype in documentType(type).subtypes)) {
    problems.push({ field: 'subtype', reason: 'not_in_list' });
  }
  if (!isPlaceKnown) problems.push({ field: 'place', reason: 'unknown_place', found: place });
  return problems;
}

function firstDraft(name: WorkName, { title, subtype = '', template = null }: NewWork): Manifest {
  const { subtypes, legalNatures } = documentType(name.type);
  const chosen = {
    subtype: subtype === '' ? (Object.keys(subtypes)[0] ?? '') : subtype,
    legalNature: legalNatures[0] ?? 'informational',
  } as const;
  const heading = title.trim();
  if (template === null) return draftOfNewWork(name, heading, chosen);
  const legalNature = template.type === name.type ? template.legalNature : chosen.legalNature;
  return draftFromTemplate(name, heading, { ...chosen, legalNature }, template);
}
