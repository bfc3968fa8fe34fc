import { moveMemberships } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import { listAgreementsNaming } from '../../db/commitments.ts';
import type { Connection, Register } from '../../db/connection.ts';
import {
  findOrganisation,
  insertOrganisation,
  listFourEyes,
  listOrganisations,
  mapOrganisationIds,
  mapSuccessions,
  moveWorks,
  setFourEyes,
  storeSuccessions,
  updateOrganisation,
} from '../../db/organisations.ts';
import { checkOrganisation } from '../archive/organisations-file.ts';
import { dayInThailand, type Instant, type IsoDate } from '../domain/iso-date.ts';
import { localKinds, type Organisation } from '../domain/organisation.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { storeCommitmentsOf } from './steps/store-commitments.ts';

export type Upgrade = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string | null;
  /** The day from which the new body is there. */
  readonly on: IsoDate;
  /** Where that is announced. */
  readonly source: string | null;
};

/**
 * An organisation becomes another, as an อบต. that is made a เทศบาลตำบล: the successor takes over the places, the works,
 * the roles of people, open invitations, the four eyes and the networks it runs, in one transaction. The old record
 * stays as it is under its address and in the editions that name it; works keep their addresses.
 * Refused: `not_permitted`, `organisation_not_found`, `not_local_government`, `succeeded_already`, `content_invalid`.
 */
export async function upgradeOrganisation(
  register: Register,
  actor: Actor,
  slug: string,
  upgrade: Upgrade,
  now: Instant,
): Promise<Result<{ readonly slug: string }>> {
  if (!isRegistrar(actor)) return refused({ code: 'not_permitted' });
  return register.write(async (transaction) => {
    const before = await findOrganisation(transaction, slug);
    if (!before) return refused({ code: 'organisation_not_found', slug });
    if (!localKinds.includes(before.kind)) return refused({ code: 'not_local_government' });
    const already = (await mapSuccessions(transaction)).get(slug);
    if (already) return refused({ code: 'succeeded_already', slug: already.successor });
    const successor = successorOf(before, upgrade);
    if (!successor.ok) return successor;
    if (upgrade.on > dayInThailand(now)) {
      return refused({ code: 'content_invalid', problems: [{ field: 'on', reason: 'not_past' }] });
    }
    if (await findOrganisation(transaction, upgrade.slug)) {
      const problem = { field: 'slug', reason: 'duplicate', found: upgrade.slug } as const;
      return refused({ code: 'content_invalid', problems: [problem] });
    }
    const taken = await handOver(transaction, before, successor.value, upgrade.on);
    for (const work of await listAgreementsNaming(transaction, slug)) {
      await storeCommitmentsOf(transaction, work, now);
    }
    const entry = { userId: actor.userId, action: 'organisation.upgraded', subject: `organisations/${slug}` };
    const details = { ...taken, organisation: upgrade.slug, name: upgrade.name, on: upgrade.on };
    await writeAudit(transaction, { ...entry, details }, now);
    return accepted({ slug: upgrade.slug });
  });
}

function successorOf(before: Organisation, { on, ...upgrade }: Upgrade): Result<Organisation> {
  const checked = checkOrganisation({
    ...upgrade,
    covers: before.covers,
    parent: before.parent,
    succeeds: [{ organisation: before.slug, on }],
  });
  return checked.ok ? checked : refused({ code: 'content_invalid', problems: checked.refusal });
}

async function handOver(
  transaction: Connection,
  before: Organisation,
  successor: Organisation,
  on: IsoDate,
): Promise<{ readonly works: number; readonly people: number }> {
  const to = await insertOrganisation(transaction, successor);
  await storeSuccessions(transaction, successor);
  const from = (await mapOrganisationIds(transaction)).get(before.slug);
  if (from === undefined) throw new Error(`no organisation ${before.slug}`);
  await setFourEyes(transaction, successor.slug, (await listFourEyes(transaction)).has(before.slug));
  const works = await moveWorks(transaction, from, to);
  const people = await moveMemberships(transaction, from, to);
  for (const network of await listOrganisations(transaction)) {
    const runs = network.hubs?.some((term) => term.organisation === before.slug && term.until === null);
    if (!runs) continue;
    const ended = (network.hubs ?? []).map((term) =>
      term.organisation === before.slug && term.until === null ? { ...term, until: on } : term,
    );
    const hubs = [...ended, { organisation: successor.slug, from: on, until: null }];
    await updateOrganisation(transaction, { ...network, hubs });
  }
  return { works, people: people.length };
}
