import { setImmediate } from 'node:timers/promises';
import type { Connection, Register } from '../../../db/connection.ts';
import {
  lastSearchChange,
  listWithdrawals,
  listWorksChangedSince,
  type Withdrawal,
} from '../../../db/search-rows.ts';
import {
  findTitledWorks,
  listNamedPlaces,
  listStatedPlaces,
  listTitledWorks,
  type NamedPlace,
  type TitledWork,
} from '../../../db/suggestions.ts';
import { listTopics, type Topic } from '../../../db/topics.ts';
import { codesUpward } from '../../domain/place.ts';
import { byRankAndName, indexNames, type Nameable, type NameIndex } from '../../domain/suggestion.ts';
import { thaiSortKey } from '../../thai/collation.ts';
import { toNameKey } from '../../thai/name-key.ts';

/** Rows read between two turns of the event loop, also where they have to come from the disk. */
const ROWS_AT_ONCE = 250;

export type PlaceName = NamedPlace & Nameable;
export type WorkTitle = TitledWork & Nameable;
export type TopicName = Topic & Nameable;

/** Every name that is offered while someone types, each list in the order of offering. */
export type NameList = {
  readonly places: NameIndex<PlaceName>;
  readonly works: NameIndex<WorkTitle>;
  readonly topics: NameIndex<TopicName>;
  /** The usual key of a place by its code. */
  readonly placeKeys: ReadonlyMap<string, string>;
  readonly withdrawals: readonly Withdrawal[];
};

type Kept = { readonly revision: number; readonly position: number; readonly list: NameList };

const kept = new WeakMap<Register, Promise<Kept>>();

/**
 * The names of a register as it stands now. They are read once, a few at a time, and after a publication only the
 * works that changed are read again.
 */
export async function namesOf(register: Register): Promise<NameList> {
  const revision = register.revision();
  const before = kept.get(register);
  const known = await before;
  if (known?.revision === revision) return known.list;
  // Whoever came first while this one waited has begun already.
  const underWay = kept.get(register);
  const reading = underWay === before ? read(register.read, revision, known) : underWay;
  if (reading === undefined) throw new Error('reading names has begun');
  kept.set(register, reading);
  reading.catch(() => kept.delete(register));
  return (await reading).list;
}

async function read(connection: Connection, revision: number, known: Kept | undefined): Promise<Kept> {
  const position = lastSearchChange(connection);
  const named = known?.list.places.things ?? (await readPlaces(connection));
  const works = known === undefined ? await readWorks(connection) : await renewWorks(connection, known);
  const stated = new Set((await listStatedPlaces(connection)).flatMap(codesUpward));
  await setImmediate();
  const places = named.map((place) => ({ ...place, rank: stated.has(place.code) ? 0 : 1 }));
  const list: NameList = {
    places: await inOrder(places),
    works: await inOrder(works),
    withdrawals: listWithdrawals(connection),
    topics: await inOrder((await listTopics(connection)).map(toTopicName)),
    placeKeys: known?.list.placeKeys ?? new Map(places.map(({ code, keys }) => [code, keys[0] ?? ''])),
  };
  return { revision, position, list };
}

async function inOrder<T extends Nameable>(names: readonly T[]): Promise<NameIndex<T>> {
  const sorted = [...names].sort(byRankAndName);
  await setImmediate();
  return indexNames(sorted);
}

async function readPlaces(connection: Connection): Promise<readonly PlaceName[]> {
  const places: PlaceName[] = [];
  for (;;) {
    const rows = await listNamedPlaces(connection, places.at(-1)?.code ?? '', ROWS_AT_ONCE);
    places.push(...rows.map(toPlaceName));
    if (rows.length < ROWS_AT_ONCE) return places;
    await setImmediate();
  }
}

async function readWorks(connection: Connection): Promise<readonly WorkTitle[]> {
  const works: WorkTitle[] = [];
  for (;;) {
    const rows = await listTitledWorks(connection, works.at(-1)?.workId ?? 0, ROWS_AT_ONCE);
    works.push(...rows.map(toWorkTitle));
    if (rows.length < ROWS_AT_ONCE) return works;
    await setImmediate();
  }
}

async function renewWorks(connection: Connection, { list, position }: Kept): Promise<readonly WorkTitle[]> {
  const changed = await listWorksChangedSince(connection, position);
  if (changed.length === 0) return list.works.things;
  const renewed = (await findTitledWorks(connection, changed)).map(toWorkTitle);
  const names = new Set(changed.map(({ type, slug }) => `${type}/${slug}`));
  return [...list.works.things.filter(({ type, slug }) => !names.has(`${type}/${slug}`)), ...renewed];
}

function toPlaceName(place: NamedPlace): PlaceName {
  const names = [place.name, ...(place.nameEn === null ? [] : [place.nameEn])];
  return { ...place, keys: names.map(toNameKey), rank: 1 };
}

function toWorkTitle(work: TitledWork): WorkTitle {
  return { ...work, keys: [toNameKey(work.title)], rank: work.provenanceRank };
}

function toTopicName(topic: Topic): TopicName {
  return { ...topic, keys: [toNameKey(topic.label)], rank: 0, sortKey: thaiSortKey(topic.label) };
}
