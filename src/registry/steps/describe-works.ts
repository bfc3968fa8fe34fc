import type { Register } from '../../../db/connection.ts';
import { listEditionsOf } from '../../../db/editions.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { ListedWork } from '../../../db/lists.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { dayInThailand, type Instant, type IsoDate } from '../../domain/iso-date.ts';
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
export const describeWorks = <T extends ListedWork>(
  register: Register,
  works: readonly T[],
  now: Instant,
): Promise<readonly (T & DescribedWork)[]> => describeWorksOn(register, works, { day: dayInThailand(now) });

/**
 * The same for any day.
 * @param asOf the day, and where it is about the past the last edition and event that count, by their ids
 */
export async function describeWorksOn<T extends ListedWork>(
  { read }: Register,
  works: readonly T[],
  asOf: { readonly day: IsoDate; readonly lastEdition?: number; readonly lastEvent?: number },
): Promise<readonly (T & DescribedWork)[]> {
  const chains = await findPlaceChains(
    read,
    works.flatMap((work) => [...work.card.places, ...work.card.possiblePlaces]),
  );
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  const ids = works.map((work) => work.workId);
  const editions = await listEditionsOf(read, ids, asOf.lastEdition);
  const events = await listEventsOf(read, ids, asOf.lastEvent);
  return works.map((work) => {
    const dated = datedEditions(editions.get(work.workId) ?? []);
    return {
      ...work,
      standing: standingOn(dated, events.get(work.workId) ?? [], asOf.day),
      places: chainsOf(work.card.places),
      possiblePlaces: chainsOf(work.card.possiblePlaces),
    };
  });
}
