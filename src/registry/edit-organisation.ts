import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, updateOrganisation } from '../../db/organisations.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationFields } from '../domain/organisation-fields.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { sameJson } from './steps/canonical-manifest.ts';
import { organisationOfFields } from './steps/described-organisation.ts';

/**
 * Puts what a form says in place of the record of an organisation; its slug, its successions and its hubs stay. The
 * record before goes into the audit. Published editions keep the names that they were published with.
 * Refused: `not_permitted`, `organisation_not_found`, `content_invalid`, `nothing_changed`.
 */
export async function editOrganisation(
  register: Register,
  actor: Actor,
  slug: string,
  fields: Omit<OrganisationFields, 'slug'>,
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  return register.write(async (transaction) => {
    const before = await findOrganisation(transaction, slug);
    if (!before) return refused({ code: 'organisation_not_found', slug });
    const described = await organisationOfFields(transaction, { ...fields, slug });
    if (!described.ok) return described;
    const { succeeds, hubs } = before;
    const after: Organisation = { ...described.value, ...(succeeds && { succeeds }), ...(hubs && { hubs }) };
    if (sameJson(before, after)) return refused({ code: 'nothing_changed' });
    await updateOrganisation(transaction, after);
    const entry = { userId: actor.userId, action: 'organisation.edited', subject: `organisations/${slug}` };
    await writeAudit(transaction, { ...entry, details: { before } }, now);
    return accepted(null);
  });
}
