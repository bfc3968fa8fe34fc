import type { Register } from '../../db/connection.ts';
import { countWorks, type ListFilter, listWorks } from '../../db/lists.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findWorkDetails, type WorkDetails } from '../../db/published.ts';
import type { EditionCard } from '../domain/edition-card.ts';
import { dayInThailand, type Instant, type IsoDate } from '../domain/iso-date.ts';
import type { ListOrder } from '../domain/list-filter.ts';
import type { PlaceChain } from '../domain/place.ts';
import { type Standing, standingOn } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';

/** At most so many works are in one file; a longer list must be narrowed. */
export const exportMaximum = 10_000;

const CHUNK = 500;

/** A work as a list file shows it: its current edition. */
export type ExportedWork = WorkName & {
  readonly number: number;
  readonly card: EditionCard;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  readonly sources: WorkDetails['sources'];
};

export type ExportedWorks = {
  /** The day on which the standings are true. */
  readonly asOf: IsoDate;
  /** Works that fit, also those past `exportMaximum`. */
  readonly total: number;
  readonly works: readonly ExportedWork[];
};

/**
 * Every work of a list in the order of its pages. Read in chunks, so that other readers get their turn in between;
 * a publication in between may shift one row, never damage one.
 */
export async function exportWorks(
  register: Register,
  filter: ListFilter,
  order: ListOrder,
  now: Instant,
): Promise<ExportedWorks> {
  const { read } = register;
  const asOf = dayInThailand(now);
  const today = { ...filter, on: asOf };
  const total = await countWorks(read, today);
  const works: ExportedWork[] = [];
  for (let offset = 0; offset < Math.min(total, exportMaximum); offset += CHUNK) {
    works.push(...(await readChunk(register, today, order, offset)));
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return { asOf, total, works };
}

async function readChunk(
  { read }: Register,
  filter: ListFilter & { readonly on: IsoDate },
  order: ListOrder,
  offset: number,
): Promise<readonly ExportedWork[]> {
  const listed = await listWorks(read, filter, { limit: CHUNK, offset, order });
  const details = await findWorkDetails(
    read,
    listed.map((work) => work.workId),
  );
  const chains = await findPlaceChains(
    read,
    listed.flatMap(({ card }) => [...card.places, ...card.possiblePlaces]),
  );
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  return listed.flatMap(({ workId, type, slug, number, card }) => {
    const about = details.get(workId);
    const edition = about?.editions.find((one) => one.number === number);
    if (!about || !edition) return [];
    const dated = about.editions.map((one) => ({ number: one.number, ...one.card }));
    return [
      {
        type,
        slug,
        number,
        card,
        sha256: edition.sha256,
        publishedAt: edition.publishedAt,
        standing: standingOn(dated, about.events, filter.on),
        places: chainsOf(card.places),
        possiblePlaces: chainsOf(card.possiblePlaces),
        sources: about.sources,
      },
    ];
  });
}
