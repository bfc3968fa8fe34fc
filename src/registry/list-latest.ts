import type { Register } from '../../db/connection.ts';
import { findPlaceChain } from '../../db/places.ts';
import { listLatestEditions, type PublishedEdition } from '../../db/published.ts';
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
};

/**
 * The editions published last in the register, of a type, or in a place and all places inside it. Test data and
 * drafts are never among them. Refused: `place_not_found`.
 */
export async function listLatest(
  register: Register,
  scope: { readonly type?: WorkType; readonly place?: string },
): Promise<Result<LatestEditions>> {
  const { read } = register;
  const code = scope.place;
  const isAskable = code === undefined || isPlaceCode(code);
  const place = code !== undefined && isAskable ? await findPlaceChain(read, code) : null;
  if (code !== undefined && place === null) return refused({ code: 'place_not_found', placeCode: code });
  return accepted({ editions: await listLatestEditions(read, scope, feedLength), place });
}
