import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, updateOrganisation } from '../../db/organisations.ts';
import type { Instant, IsoDate } from '../domain/iso-date.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

/**
 * Says which organisation runs a network from a day; whoever ran it until then no longer does. A hub has no right to
 * the drafts of the members: it is named, not given anything.
 * @param network slug of an organisation of kind `group`
 * @param term.organisation slug of the hub; empty: nobody runs it from that day
 * Refused: `not_permitted`, `organisation_not_found`, `content_invalid` (`hub`, `hubFrom`), `nothing_changed`.
 */
export async function nameHub(
  register: Register,
  actor: Actor,
  network: string,
  term: { readonly organisation: string; readonly from: IsoDate },
  now: Instant,
): Promise<Result<null>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  const { organisation: hub, from } = term;
  return register.write(async (transaction) => {
    const before = await findOrganisation(transaction, network);
    if (before?.kind !== 'group') return refused({ code: 'organisation_not_found', slug: network });
    if (hub !== '' && (hub === network || !(await findOrganisation(transaction, hub)))) {
      return refused({
        code: 'content_invalid',
        problems: [{ field: 'hub', reason: 'unknown_organisation', found: hub }],
      });
    }
    const terms = before.hubs ?? [];
    const open = terms.filter(({ until }) => until === null);
    if (open.length === 0 ? hub === '' : open.some(({ organisation }) => organisation === hub)) {
      return refused({ code: 'nothing_changed' });
    }
    if (open.some((one) => one.from !== null && one.from > from)) {
      return refused({
        code: 'content_invalid',
        problems: [{ field: 'hubFrom', reason: 'not_a_date', found: from }],
      });
    }
    const ended = terms.map((one) => (one.until === null ? { ...one, until: from } : one));
    const hubs = hub === '' ? ended : [...ended, { organisation: hub, from, until: null }];
    await updateOrganisation(transaction, { ...before, hubs });
    const entry = { userId: actor.userId, action: 'network.hub_named', subject: `organisations/${network}` };
    await writeAudit(transaction, { ...entry, details: { hub, from, organisation: hub || null } }, now);
    return accepted(null);
  });
}
