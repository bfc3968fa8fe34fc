import type { Connection, Register } from '../../db/connection.ts';
import { type ListedWork, listWorksEverIn } from '../../db/lists.ts';
import { findPlaceChains } from '../../db/places.ts';
import { mapPartsAt } from '../../db/provisions.ts';
import {
  type Concordance,
  type ConcordanceWork,
  clausesShown,
  mostPlaces,
  mostWorks,
} from '../domain/concordance.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { findTopicParts } from './steps/topic-words.ts';
import { type WorkOn, worksOn } from './steps/works-on.ts';

/** What a concordance is asked. */
export type ConcordanceQuestion = {
  readonly words: readonly string[];
  /** Official codes, of any level. */
  readonly places: readonly string[];
  readonly day: IsoDate;
  /** What the register held then is what counts; asked again as of the same moment, the rows are the same. */
  readonly asOf: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>;
  /** All works and clauses, for a file; or only those that a page shows, and how many there are. */
  readonly extent: 'all' | 'page';
};

/**
 * The clauses on one topic of the works that stood in some places on a day, place by place in the order asked for, those
 * inside a district or a province by their codes. A clause deals with a topic when one of its words stands in its heading
 * or its text; nothing else decides. At most `mostPlaces` places are read.
 */
export async function openConcordance(
  { read }: Register,
  { words, places, day, asOf, extent }: ConcordanceQuestion,
): Promise<Concordance> {
  const there = await listWorksEverIn(read, { inside: places }, asOf.lastEdition);
  const works = await worksOn(read, there, day, asOf);
  const byPlace = standingByPlace(works);
  const codes = [...new Set(places.flatMap((asked) => inside(byPlace, asked)))];
  const empty = places.filter((asked) => inside(byPlace, asked).length === 0);
  const chains = await findPlaceChains(read, [...codes, ...empty]);
  const chainsOf = (some: readonly string[]) => some.flatMap((code) => [chains.get(code) ?? []]);
  const columns = codes.slice(0, mostPlaces).map((code) => {
    const stood = byPlace.get(code) ?? [];
    return { code, total: stood.length, works: extent === 'all' ? stood : stood.slice(0, mostWorks) };
  });
  const most = extent === 'all' ? Number.POSITIVE_INFINITY : clausesShown(columns.length);
  // A work that names several of the places stands in several columns, and is read once.
  const readWorks = new Set(columns.flatMap((column) => column.works));
  const clauses = await readClauses(read, [...readWorks], words, most);
  return {
    day,
    columns: columns.map(({ code, total, works: shown }) => ({
      place: chains.get(code) ?? [],
      works: shown.flatMap((one) => clauses.get(one) ?? []),
      total,
    })),
    rest: chainsOf(codes.slice(mostPlaces)),
    empty: chainsOf(empty),
  };
}

/** The works that stood, by the codes of the places that they name, in the order of these. */
function standingByPlace(works: readonly WorkOn[]): ReadonlyMap<string, readonly WorkOn[]> {
  const pairs = works
    .filter(({ kind }) => kind === 'stood')
    .flatMap((one) => one.work.card.places.map((place) => ({ place, one })))
    .toSorted((a, b) => a.place.localeCompare(b.place));
  const byPlace = Map.groupBy(pairs, ({ place }) => place);
  return new Map([...byPlace].map(([place, group]) => [place, group.map(({ one }) => one)]));
}

const inside = (byPlace: ReadonlyMap<string, unknown>, code: string): readonly string[] =>
  [...byPlace.keys()].filter((place) => place.startsWith(code));

/** Each work with its clauses of the topic, at most so many. */
async function readClauses(
  read: Connection,
  works: readonly WorkOn[],
  words: readonly string[],
  most: number,
): Promise<ReadonlyMap<WorkOn, ConcordanceWork>> {
  const editions = works.map(({ work }) => work);
  const found = await findTopicParts(read, editions, words);
  const partsOf = ({ workId }: ListedWork) => [...(found.get(workId) ?? [])];
  const texts = mapPartsAt(
    read,
    editions.map((work) => ({
      ...work,
      positions: partsOf(work)
        .slice(0, most)
        .map(([position]) => position),
    })),
  );
  return new Map(
    works.map((one) => {
      const { workId, ...work } = one.work;
      const parts = partsOf(one.work);
      const clauses = parts.slice(0, most).flatMap(([position, held]) => {
        const part = texts.get(workId)?.get(position);
        return part ? [{ ...part, words: held }] : [];
      });
      return [one, { ...work, standing: one.standing(), clauses, total: parts.length }];
    }),
  );
}
