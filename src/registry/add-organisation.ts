import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, insertOrganisation } from '../../db/organisations.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { OrganisationFields } from '../domain/organisation-fields.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { organisationOfFields } from './steps/described-organisation.ts';

/**
 * Adds an organisation, with four eyes on; registrars only.
 * Refused: `not_permitted`, `content_invalid` (a slug that is taken among the reasons).
 */
export async function addOrganisation(
  register: Register,
  actor: Actor,
  fields: OrganisationFields,
  now: Instant,
): Promise<Result<{ readonly slug: string }>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  return register.write(async (transaction) => {
    const described = await organisationOfFields(transaction, fields);
    if (!described.ok) return described;
    const { slug, name } = described.value;
    if (await findOrganisation(transaction, slug)) {
      return refused({
        code: 'content_invalid',
        problems: [{ field: 'slug', reason: 'duplicate', found: slug }],
      });
    }
    await insertOrganisation(transaction, described.value);
    const subject = `organisations/${slug}`;
    await writeAudit(
      transaction,
      { userId: actor.userId, action: 'organisation.added', subject, details: { name } },
      now,
    );
    return accepted({ slug });
  });
}
