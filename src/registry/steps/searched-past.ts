import type { Register } from '../../../db/connection.ts';
import { listCurrentBefore } from '../../../db/known-editions.ts';
import type { CatalogueFile } from '../../search/catalogue-file.ts';
import type { OpenFolder } from '../../search/index-folder.ts';
import { openRegisterFolder } from '../../search/register-folder.ts';
import { editionFacetLabels } from '../../search/search-record.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { hiddenPages, liveSearch } from './searched-register.ts';

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
  const formerly = listCurrentBefore(register.read, asOf.lastEdition);
  const now = catalogue.columns();
  const isCurrent = now.works.map(
    (_, page) => now.current[page] === '1' || formerly.has(catalogue.editionOf(page) ?? 0),
  );
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
