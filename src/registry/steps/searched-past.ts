import type { Connection, Register } from '../../../db/connection.ts';
import { type KnownEdition, listEditionsKnown, listWorksAmendedAfter } from '../../../db/known-editions.ts';
import { currentEdition } from '../../domain/succession.ts';
import type { CatalogueFile } from '../../search/catalogue-file.ts';
import type { OpenFolder } from '../../search/index-folder.ts';
import { openRegisterFolder } from '../../search/register-folder.ts';
import { editionFacetLabels } from '../../search/search-record.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { hiddenPages, type LiveSearch, liveSearch } from './searched-register.ts';

/** A register opened for searching as of a moment. */
export type SearchedPast = {
  readonly folder: OpenFolder;
  /** The id of the edition of a page that was found. */
  readonly editionOf: (page: number) => number;
  /** How many editions were published in error; more of them than before means that something found may be gone. */
  readonly takenOut: number;
};

/**
 * The register as it was at a moment, for searching: the editions known by then, which of them were current, works
 * withdrawn by then, and the words by which each edition was found when it was published. What was published in error is
 * not there, whenever that was found out, and its work stands as if it had never been (as in lists, `past-works.ts`).
 */
export async function openForSearchAsOf(register: Register, asOf: KnownAsOf): Promise<SearchedPast> {
  const live = await liveSearch(register);
  const { catalogue, store, takenOut } = live;
  const wasCurrent = await currentThen(register.read, live, asOf.lastEdition);
  const now = catalogue.columns();
  const isCurrent = now.works.map((work, page) => {
    const edition = wasCurrent.get(work);
    return edition === undefined ? now.current[page] === '1' : edition === catalogue.editionOf(page);
  });
  const withdrawals = live.withdrawals.filter(({ eventId }) => eventId <= asOf.lastEvent);
  const hidden = new Set(hiddenPages(live, withdrawals, asOf.day));
  now.works.forEach((_, page) => {
    if ((catalogue.editionOf(page) ?? 0) > asOf.lastEdition) hidden.add(page);
  });
  const part = { catalogue: withCurrent(now, isCurrent), hidden, onlyFirstWords: true };
  return {
    folder: openRegisterFolder({ ...store, words: async () => [] }, catalogue, part),
    editionOf: (page) => catalogue.editionOf(page) ?? 0,
    takenOut: takenOut.length,
  };
}

/** The columns with other editions as the current ones. */
function withCurrent(columns: CatalogueFile, isCurrent: readonly boolean[]): CatalogueFile {
  const { current, older } = editionFacetLabels;
  return {
    ...columns,
    current: isCurrent.map((flag) => (flag ? '1' : '0')).join(''),
    facets: {
      ...columns.facets,
      ฉบับ: { values: [current, older], ofPage: isCurrent.map((flag) => (flag ? 0 : 1)) },
    },
  };
}

type Remembered = { readonly key: string; readonly current: Promise<CurrentThen> };

/** The id of the edition that was current, by the id of the work; null where there was none. */
type CurrentThen = ReadonlyMap<number, number | null>;

/** The last moment that was asked about: the parts of one file share it. */
const remembered = new WeakMap<Connection, Remembered>();

/** Which editions were current in works that were amended since; of all others the present one was. */
async function currentThen(
  read: Connection,
  { revision, takenOut }: LiveSearch,
  lastEdition: number,
): Promise<CurrentThen> {
  const key = `${lastEdition}/${revision}/${takenOut.length}`;
  const last = remembered.get(read);
  const current = last?.key === key ? last.current : readCurrent(read, lastEdition);
  remembered.set(read, { key, current });
  return current;
}

const worksAtOnce = 250;

async function readCurrent(read: Connection, lastEdition: number): Promise<CurrentThen> {
  const amended = listWorksAmendedAfter(read, lastEdition);
  const current = new Map<number, number | null>(amended.map((workId) => [workId, null]));
  for (let first = 0; first < amended.length; first += worksAtOnce) {
    const editions = listEditionsKnown(read, amended.slice(first, first + worksAtOnce), lastEdition);
    for (const [workId, known] of Map.groupBy(editions, (edition) => edition.workId)) {
      current.set(workId, currentOf(known));
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return current;
}

function currentOf(known: readonly KnownEdition[]): number | null {
  const number = currentEdition(known.map((edition) => ({ number: edition.number, ...edition.card })));
  return known.find((edition) => edition.number === number)?.editionId ?? null;
}
