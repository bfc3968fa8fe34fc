import type { Register } from '../../../db/connection.ts';
import { listEditionsOf } from '../../../db/editions.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { ListedWork } from '../../../db/lists.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { dayInThailand, type Instant } from '../../domain/iso-date.ts';
import type { PlaceChain } from '../../domain/place.ts';
import { type Standing, standingOn } from '../../domain/timeline.ts';
import { datedEditions } from '../../domain/work-timeline.ts';

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
  const ids = works.map((work) => work.workId);
  const editions = await listEditionsOf(read, ids);
  const events = await listEventsOf(read, ids);
  return works.map((work) => {
    const dated = datedEditions(editions.get(work.workId) ?? []);
    return {
      ...work,
      standing: standingOn(dated, events.get(work.workId) ?? [], today),
      places: chainsOf(work.card.places),
      possiblePlaces: chainsOf(work.card.possiblePlaces),
    };
  });
}
