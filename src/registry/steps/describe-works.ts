import type { Register } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import type { ListedWork } from '../../../db/lists.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { dayInThailand, type Instant } from '../../domain/iso-date.ts';
import type { PlaceChain } from '../../domain/place.ts';
import { type Standing, standingOn } from '../../domain/timeline.ts';

/** A work as a list shows it. */
export type DescribedWork = ListedWork & {
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
};

/** Adds to each listed work where it stands today and the names of its places. */
export async function describeWorks<T extends ListedWork>(
  register: Register,
  works: readonly T[],
  now: Instant,
): Promise<readonly (T & DescribedWork)[]> {
  const { read } = register;
  const today = dayInThailand(now);
  const chains = await findPlaceChains(
    read,
    works.flatMap((work) => [...work.card.places, ...work.card.possiblePlaces]),
  );
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  return Promise.all(
    works.map(async (work) => {
      const editions = await listEditions(read, work.workId);
      const dated = editions.map((entry) => ({ number: entry.number, ...entry.card }));
      const standing = standingOn(dated, await listEvents(read, work.workId), today);
      return {
        ...work,
        standing,
        places: chainsOf(work.card.places),
        possiblePlaces: chainsOf(work.card.possiblePlaces),
      };
    }),
  );
}
