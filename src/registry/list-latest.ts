import type { Register } from '../../db/connection.ts';
import { findNetwork } from '../../db/networks.ts';
import { findPlaceChain } from '../../db/places.ts';
import { listLatestEditions, type PublishedEdition } from '../../db/published.ts';
import type { Network } from '../domain/network.ts';
import { isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkType } from '../domain/work.ts';

/** Entries of one feed. */
export const feedLength = 50;

export type LatestEditions = {
  /** Latest first. */
  readonly editions: readonly PublishedEdition[];
  /** The place asked for, smallest first; null when none was. */
  readonly place: PlaceChain | null;
  /** The network asked for; null when none was. */
  readonly network: Network | null;
};

/**
 * The editions published last in the register, of a type, in a place and all places inside it, or of the works of a
 * network. Test data and drafts are never among them. Refused: `place_not_found`, `network_not_found`.
 */
export async function listLatest(
  register: Register,
  scope: { readonly type?: WorkType; readonly place?: string; readonly network?: string },
): Promise<Result<LatestEditions>> {
  const { read } = register;
  const code = scope.place;
  const isAskable = code === undefined || isPlaceCode(code);
  const place = code !== undefined && isAskable ? await findPlaceChain(read, code) : null;
  if (code !== undefined && place === null) return refused({ code: 'place_not_found', placeCode: code });
  const network = scope.network === undefined ? null : await findNetwork(read, scope.network);
  if (scope.network !== undefined && network === null) {
    return refused({ code: 'network_not_found', slug: scope.network });
  }
  return accepted({ editions: await listLatestEditions(read, scope, feedLength), place, network });
}
