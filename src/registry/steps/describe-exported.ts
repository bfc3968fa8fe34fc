import type { Connection } from '../../../db/connection.ts';
import { type EditionEntry, listEditionsOf } from '../../../db/editions.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { ListedWork } from '../../../db/lists.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { keyOfEdition, listSourcesOf } from '../../../db/published.ts';
import type { EditionCard } from '../../domain/edition-card.ts';
import type { Instant } from '../../domain/iso-date.ts';
import type { PlaceChain } from '../../domain/place.ts';
import { type Standing, standingOn } from '../../domain/timeline.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import type { KnownAsOf } from './as-of-now.ts';

/** A work as a file shows it, by one of its editions. */
export type ExportedWork = WorkName & {
  readonly workId: number;
  readonly number: number;
  readonly card: EditionCard;
  readonly sha256: string;
  readonly publishedAt: Instant;
  /** Where the work stood. */
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
};

/** Adds to editions what cites them, and where their works stood at a moment. Those not known by then are left out. */
export async function describeExported<T extends ListedWork>(
  read: Connection,
  works: readonly T[],
  { lastEdition, lastEvent, day }: KnownAsOf,
): Promise<readonly (T & ExportedWork)[]> {
  const ids = [...new Set(works.map((work) => work.workId))];
  const editions = await listEditionsOf(read, ids, lastEdition);
  const events = await listEventsOf(read, ids, lastEvent);
  const sources = await listSourcesOf(read, works);
  const chains = await findPlaceChains(
    read,
    works.flatMap(({ card }) => [...card.places, ...card.possiblePlaces]),
  );
  return works.flatMap((work) => {
    const known = editions.get(work.workId) ?? [];
    const edition = known.find(({ number }) => number === work.number);
    if (!edition) return [];
    const standing = standingOn(datedEditions(known), events.get(work.workId) ?? [], day);
    return [{ ...exported(work, edition, chains), standing, sources: sources.get(keyOfEdition(work)) ?? [] }];
  });
}

/** Works described at once: some milliseconds. */
const worksAtOnce = 250;

/** The same for thousands of works, some at a time, between which others get their turn. */
export async function describeInTurns<T extends ListedWork>(
  read: Connection,
  works: readonly T[],
  asOf: KnownAsOf,
): Promise<readonly (T & ExportedWork)[]> {
  const described: (T & ExportedWork)[] = [];
  for (let first = 0; first < works.length; first += worksAtOnce) {
    described.push(...(await describeExported(read, works.slice(first, first + worksAtOnce), asOf)));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return described;
}

function exported<T extends ListedWork>(
  work: T,
  edition: EditionEntry,
  chains: ReadonlyMap<string, PlaceChain>,
) {
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  const { sha256, publishedAt } = edition;
  return {
    ...work,
    sha256,
    publishedAt,
    places: chainsOf(work.card.places),
    possiblePlaces: chainsOf(work.card.possiblePlaces),
  };
}
