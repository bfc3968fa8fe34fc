import type { Connection, Register } from '../../../db/connection.ts';
import { type EditionEntry, listEditionsOf } from '../../../db/editions.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { ListedWork, ListFilter } from '../../../db/lists.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { listSourcesOf } from '../../../db/published.ts';
import type { EditionCard } from '../../domain/edition-card.ts';
import type { Instant } from '../../domain/iso-date.ts';
import type { ListOrder } from '../../domain/list-filter.ts';
import type { PlaceChain } from '../../domain/place.ts';
import { type Standing, standingOn } from '../../domain/timeline.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { type DatedFilter, isStillSo, type ListedWorks, worksAsOf } from './listed-works.ts';

const CHUNK = 500;

/** A work as a list file shows it: the edition that was current. */
export type ExportedWork = WorkName & {
  readonly workId: number;
  readonly number: number;
  readonly card: EditionCard;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
};

export type ExportedWorks = {
  /** Works that fit, also those past the part that was asked for. */
  readonly total: number;
  readonly works: readonly ExportedWork[];
};

/**
 * The works of a list in the order of its pages, as of a moment: the same rows whenever they are asked for. Read in
 * chunks, so that others get their turn in between; when something is published meanwhile, all is told again from
 * what was known at the moment.
 * @param part so many works from `offset` on
 */
export async function readWorks(
  register: Register,
  filter: ListFilter,
  order: ListOrder,
  asOf: KnownAsOf,
  part: { readonly offset: number; readonly limit: number },
): Promise<ExportedWorks> {
  const { read } = register;
  const dated = { ...filter, on: asOf.day };
  for (;;) {
    const isPresent = await isStillSo(read, asOf);
    const listed = await worksAsOf(register, filter.type, asOf);
    const { total } = await listed.tally(dated, []);
    const last = Math.min(total, part.offset + part.limit);
    const works: ExportedWork[] = [];
    for (let offset = part.offset; offset < last; offset += CHUNK) {
      const limit = Math.min(CHUNK, last - offset);
      works.push(...(await readChunk(read, listed, dated, asOf, { order, offset, limit })));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    if (!isPresent || (await isStillSo(read, asOf))) return { total, works };
  }
}

async function readChunk(
  read: Connection,
  listed: ListedWorks,
  filter: DatedFilter,
  { lastEdition, lastEvent }: KnownAsOf,
  page: { readonly order: ListOrder; readonly offset: number; readonly limit: number },
): Promise<readonly ExportedWork[]> {
  const works = await listed.list(filter, page);
  const ids = works.map((work) => work.workId);
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
    const standing = standingOn(datedEditions(known), events.get(work.workId) ?? [], filter.on);
    return [{ ...exported(work, edition, chains), standing, sources: sources.get(work.workId) ?? [] }];
  });
}

function exported(work: ListedWork, edition: EditionEntry, chains: ReadonlyMap<string, PlaceChain>) {
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
