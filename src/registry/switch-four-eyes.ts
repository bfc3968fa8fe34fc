import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, listFourEyes, setFourEyes } from '../../db/organisations.ts';
import type { Instant } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

/**
 * Makes an organisation ask for two people at a publication, or stop asking; registrars only.
 * Refused: `not_permitted`, `organisation_not_found`, `nothing_changed`.
 */
export async function switchFourEyes(
  register: Register,
  actor: Actor,
  slug: string,
  isOn: boolean,
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  return register.write(async (transaction) => {
    if (!(await findOrganisation(transaction, slug)))
      return refused({ code: 'organisation_not_found', slug });
    if ((await listFourEyes(transaction)).has(slug) === isOn) return refused({ code: 'nothing_changed' });
    await setFourEyes(transaction, slug, isOn);
    const action = isOn ? 'organisation.four_eyes_on' : 'organisation.four_eyes_off';
    const entry = { userId: actor.userId, action, subject: `organisations/${slug}`, details: {} };
    await writeAudit(transaction, entry, now);
    return accepted(null);
  });
}
