import type { Register } from '../../../db/connection.ts';
import {
  findTokenRows,
  kindsPerEdition,
  listCatalogueRows,
  listCurrentFlags,
  readSearchRecord,
} from '../../../db/search-index.ts';
import { listTakenOut, listWithdrawals, type Withdrawal } from '../../../db/search-rows.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import type { OpenFolder } from '../../search/index-folder.ts';
import { type CatalogueFacts, type LiveCatalogue, startLiveCatalogue } from '../../search/live-catalogue.ts';
import { openRegisterFolder, type SearchStore } from '../../search/register-folder.ts';
import type { WordList } from '../../search/word-list.ts';
import { recordOfEntry } from './store-search.ts';
import { withdrawnWorkIds } from './withdrawn-works.ts';

/** Reads the list of words of an index; empty when there is none. */
export type ReadWords = () => Promise<WordList>;

/** A register opened for searching at one revision. */
export type SearchedRegister = { readonly revision: number; readonly folder: OpenFolder };

/** What is known of a register for searching: the catalogue of its editions, and where their words and records are. */
type LiveSearch = {
  readonly catalogue: LiveCatalogue;
  readonly store: Omit<SearchStore, 'words'>;
  readonly revision: number;
  readonly withdrawals: readonly Withdrawal[];
  /** Ids of the editions that were published in error. */
  readonly takenOut: readonly number[];
};

type Live = { -readonly [K in keyof LiveSearch]: LiveSearch[K] } & {
  position: number;
  /** Readings follow each other, so that no row is taken in twice. */
  reading: Promise<unknown>;
};

/** Rows taken in before others get their turn: some milliseconds, also where they have to come from the disk. */
const rowsAtOnce = 100;

const lives = new WeakMap<Register, Live>();

/**
 * All that is known of the register now. The first call reads what is known of every edition without its text, and
 * later ones only what was stored since; the memory is kept for as long as the register is open.
 */
export async function liveSearch(register: Register): Promise<LiveSearch> {
  const live = lives.get(register) ?? startLive(register);
  const reading = live.reading.then(() => catchUp(register, live));
  live.reading = reading.catch(() => undefined);
  await reading;
  return live;
}

/**
 * The register as it is now, for searching.
 * @param today the day in Thailand by which withdrawn works are left out
 * @param words the words of its texts, by which slips are put right
 */
export async function openForSearch(
  register: Register,
  today: IsoDate,
  words: ReadWords,
): Promise<SearchedRegister> {
  const live = await liveSearch(register);
  const { catalogue, store, revision } = live;
  const part = { catalogue: catalogue.columns(), hidden: hiddenPages(live, live.withdrawals, today) };
  return { revision, folder: openRegisterFolder({ ...store, words }, catalogue, part) };
}

/** The pages of works that are withdrawn by a day, and of editions that were published in error. */
export function hiddenPages(
  { catalogue, takenOut }: LiveSearch,
  withdrawals: readonly Withdrawal[],
  today: IsoDate,
): ReadonlySet<number> {
  const works = withdrawnWorkIds(withdrawals, today);
  return new Set([
    ...[...works].flatMap((workId) => catalogue.pagesOfWork(workId)),
    ...takenOut.flatMap((editionId) => catalogue.pageOf(editionId) ?? []),
  ]);
}

function startLive(register: Register): Live {
  const { read } = register;
  const store: Live['store'] = {
    kindsPerEdition,
    findRows: (expression) => findTokenRows(read, expression),
    readRecord: (editionId) => {
      const record = readSearchRecord(read, editionId);
      if (record === null) throw new Error(`edition ${editionId} has no search record`);
      return recordOfEntry(record);
    },
  };
  const live: Live = {
    catalogue: startLiveCatalogue(),
    store,
    position: 0,
    revision: -1,
    withdrawals: [],
    takenOut: [],
    reading: Promise.resolve(),
  };
  lives.set(register, live);
  return live;
}

/** Takes in what was stored since the last reading. */
async function catchUp(register: Register, live: Live): Promise<void> {
  // Read first: what is published during the reading is then looked for again by the next one.
  const revision = register.revision();
  if (revision === live.revision) return;
  const { read } = register;
  for (;;) {
    const rows = listCatalogueRows(read, live.position, rowsAtOnce);
    for (const { editionId, workId, isCurrent, facts } of rows) {
      live.catalogue.put({ editionId, workId, isCurrent, facts: JSON.parse(facts) as CatalogueFacts });
    }
    const works = [...new Set(rows.map(({ workId }) => workId))];
    for (const { editionId, isCurrent } of listCurrentFlags(read, works)) {
      live.catalogue.setCurrent(editionId, isCurrent);
    }
    live.position = rows.at(-1)?.position ?? live.position;
    if (rows.length < rowsAtOnce) break;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  live.withdrawals = listWithdrawals(read);
  live.takenOut = listTakenOut(read).flatMap(({ editionId }) => editionId ?? []);
  live.revision = revision;
}
