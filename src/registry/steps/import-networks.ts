import type { Connection } from '../../../db/connection.ts';
import { findNetwork, insertNetwork, listNetworks } from '../../../db/networks.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findWork } from '../../../db/works.ts';
import type { ArchiveProblem } from '../../archive/problem.ts';
import { networksFileName } from '../../archive/read-archive.ts';
import { checkNetwork } from '../../domain/check-network.ts';
import type { Network } from '../../domain/network.ts';
import { isWorkType } from '../../domain/work.ts';
import { sameJson } from './canonical-manifest.ts';

/**
 * Adds the networks of an archive, in the caller's transaction and after its works. One that is there already must be
 * the same. Problems are reported with the position in the file.
 * @returns how many were added
 */
export async function importNetworks(
  transaction: Connection,
  networks: readonly Network[],
  organisationIds: ReadonlyMap<string, number>,
  problems: ArchiveProblem[],
): Promise<number> {
  const known = new Set([...networks, ...(await listNetworks(transaction))].map(({ slug }) => slug));
  const works = await workIdsOf(transaction, networks);
  const places = await findPlaceChains(
    transaction,
    networks.flatMap((network) => network.places),
  );
  let added = 0;
  for (const [index, network] of networks.entries()) {
    const found = checkNetwork(network, {
      hasPlace: (code) => places.has(code),
      hasOrganisation: (slug) => organisationIds.has(slug),
      hasNetwork: (slug) => known.has(slug),
      hasWork: (name) => works.has(name),
    });
    const existing = await findNetwork(transaction, network.slug);
    const isTwice = networks.findIndex(({ slug }) => slug === network.slug) < index;
    const own = [
      ...found,
      ...(isTwice ? [{ field: 'slug', reason: 'duplicate' as const, found: network.slug }] : []),
      ...(!isTwice && existing !== null && !sameJson(existing, network)
        ? [{ field: 'slug', reason: 'differs_from_register' as const, found: network.slug }]
        : []),
    ];
    problems.push(
      ...own.map((one) => ({
        ...one,
        field: `${index}.${one.field}`,
        file: networksFileName,
        line: null,
      })),
    );
    if (own.length > 0 || existing !== null) continue;
    await insertNetwork(transaction, network, { organisations: organisationIds, works });
    added += 1;
  }
  return added;
}

/** Ids of the works that networks name, by `type/slug`; those that are not there are left out. */
async function workIdsOf(
  transaction: Connection,
  networks: readonly Network[],
): Promise<ReadonlyMap<string, number>> {
  const names = networks.flatMap(({ works, events }) => [
    ...works,
    ...events.flatMap(({ work }) => work ?? []),
  ]);
  const ids = new Map<string, number>();
  for (const name of new Set(names)) {
    const [type = '', slug = ''] = name.split('/');
    const work = isWorkType(type) ? await findWork(transaction, { type, slug }) : null;
    if (work !== null) ids.set(name, work.id);
  }
  return ids;
}
