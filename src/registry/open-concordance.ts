import type { Connection, Register } from '../../db/connection.ts';
import { type EditionEntry, listEditionsOf } from '../../db/editions.ts';
import { listEventsOf } from '../../db/events.ts';
import { listWorksEverInAny } from '../../db/lists.ts';
import { findPlaceChains } from '../../db/places.ts';
import { mapTexts } from '../../db/provisions.ts';
import {
  type Concordance,
  type ConcordanceWork,
  mostPlaces,
  type TopicClause,
} from '../domain/concordance.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import { createWordFinder } from '../domain/mark-words.ts';
import { editionOn } from '../domain/succession.ts';
import { isWithdrawnOn, standingOn } from '../domain/timeline.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';

type StandingWork = Omit<ConcordanceWork, 'clauses'> & { readonly workId: number };

/**
 * The clauses on one topic of the works that stood in some places on a day, place by place in the order asked for, those
 * inside a district or a province by their codes. A clause deals with a topic when one of its words stands in its heading
 * or its text; nothing else decides. At most `mostPlaces` places are read.
 * @param places official codes, of any level
 * @param asOf what the register held then is what counts; asked again as of the same moment, the rows are the same
 */
export async function openConcordance(
  { read }: Register,
  words: readonly string[],
  places: readonly string[],
  day: IsoDate,
  asOf: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Promise<Concordance> {
  const byPlace = new Map<string, StandingWork[]>();
  const empty: string[] = [];
  const all = await standingIn(read, places, day, asOf);
  for (const code of places) {
    const works = all.filter(({ place }) => place.startsWith(code));
    if (works.length === 0) empty.push(code);
    for (const { place, work } of works) {
      const known = byPlace.get(place) ?? [];
      if (!known.some(({ workId }) => workId === work.workId)) known.push(work);
      byPlace.set(place, known);
    }
  }
  const codes = [...byPlace.keys()];
  const shown = codes.slice(0, mostPlaces);
  const chains = await findPlaceChains(read, [...codes, ...empty]);
  const chainsOf = (some: readonly string[]) => some.flatMap((code) => [chains.get(code) ?? []]);
  // A work that names several of the places stands in several columns, and is read once.
  const works = new Map(shown.flatMap((code) => (byPlace.get(code) ?? []).map((one) => [one.workId, one])));
  const texts = mapTexts(read, [...works.values()]);
  const { wordsIn } = createWordFinder(words);
  const withClauses = ({ workId, ...work }: StandingWork): ConcordanceWork => ({
    ...work,
    clauses: clausesOf(texts.get(workId) ?? [], wordsIn),
  });
  return {
    day,
    columns: shown.map((code) => ({
      place: chains.get(code) ?? [],
      works: (byPlace.get(code) ?? []).map(withClauses),
    })),
    rest: chainsOf(codes.slice(mostPlaces)),
    empty: chainsOf(empty),
  };
}

/** The works that stood in some places or inside them, once for each place that they name, by the codes of these. */
async function standingIn(
  read: Connection,
  codes: readonly string[],
  day: IsoDate,
  { lastEdition, lastEvent }: Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>,
): Promise<readonly { readonly place: string; readonly work: StandingWork }[]> {
  const works = listWorksEverInAny(read, codes, lastEdition);
  const ids = works.map(({ workId }) => workId);
  const editionsOf = await listEditionsOf(read, ids, lastEdition);
  const eventsOf = await listEventsOf(read, ids, lastEvent);
  const standing = works.flatMap((work) => {
    const editions = editionsOf.get(work.workId) ?? [];
    const events = (eventsOf.get(work.workId) ?? []).filter(({ date }) => date !== null);
    const edition = standingEdition(editions, day);
    if (!edition || isWithdrawnOn(events, day)) return [];
    const { number, card } = edition;
    const described = { ...work, number, card, standing: standingOn(datedEditions(editions), events, day) };
    return card.places.map((place) => ({ place, work: described }));
  });
  return standing.toSorted((a, b) => a.place.localeCompare(b.place));
}

function standingEdition(editions: readonly EditionEntry[], day: IsoDate): EditionEntry | undefined {
  const number = editionOn(datedEditions(editions), day);
  return editions.find((one) => one.number === number);
}

const clausesOf = (
  parts: readonly Omit<TopicClause, 'words'>[],
  wordsIn: (text: string) => readonly string[],
): readonly TopicClause[] =>
  parts.flatMap(({ eid, label, heading, text }) => {
    const words = new Set([...(heading === null ? [] : wordsIn(heading)), ...wordsIn(text)]);
    return words.size === 0 ? [] : [{ eid, label, heading, text, words: [...words] }];
  });
