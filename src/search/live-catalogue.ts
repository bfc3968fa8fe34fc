import type { CatalogueFile, FacetColumn } from './catalogue-file.ts';
import { type FacetName, facetsOf, type SearchRecord } from './search-record.ts';

/** What is filtered, counted and ranked by: a search record without its texts. */
export type CatalogueFacts = Pick<SearchRecord, 'type' | 'typeLabel' | 'provinces' | 'year' | 'provenance'>;

/** One edition as the catalogue takes it in. */
export type CatalogueEntry = {
  readonly editionId: number;
  readonly workId: number;
  readonly isCurrent: boolean;
  readonly facts: CatalogueFacts;
};

/**
 * The catalogue of a register in memory: the same columns as the catalogue file of an index folder, of which pages are
 * added and current editions change. A page keeps its number as long as the process lives.
 */
export type LiveCatalogue = {
  readonly put: (entry: CatalogueEntry) => void;
  readonly setCurrent: (editionId: number, isCurrent: boolean) => void;
  /** The columns as they are now; what was given out before does not say otherwise later on about any of its pages. */
  readonly columns: () => CatalogueFile;
  readonly pageOf: (editionId: number) => number | undefined;
  readonly editionOf: (page: number) => number | undefined;
  readonly pagesOfWork: (workId: number) => readonly number[];
};

type GrowingColumn = {
  readonly values: string[];
  readonly numbers: Map<string, number>;
  readonly ofPage: (number | readonly number[])[];
};

const growingNames = ['ประเภท', 'จังหวัด', 'ปี', 'ที่มา'] as const satisfies readonly FacetName[];
const editionValues = { current: 'ปัจจุบัน', older: 'ก่อนหน้า' } as const;

/** Starts an empty catalogue. */
export function startLiveCatalogue(): LiveCatalogue {
  const pages = new Map<number, number>();
  const editions: number[] = [];
  const works: number[] = [];
  const isCurrent: boolean[] = [];
  const pagesOfWork = new Map<number, number[]>();
  const typeLabels: Record<string, string> = {};
  const growing = new Map(growingNames.map((name) => [name, startColumn()]));
  let known: CatalogueFile | null = null;

  function newPage({ editionId, workId }: CatalogueEntry): number {
    const page = editions.length;
    pages.set(editionId, page);
    editions.push(editionId);
    works.push(workId);
    const ofWork = pagesOfWork.get(workId);
    if (ofWork === undefined) pagesOfWork.set(workId, [page]);
    else ofWork.push(page);
    return page;
  }

  return {
    put: (entry) => {
      const page = pages.get(entry.editionId) ?? newPage(entry);
      isCurrent[page] = entry.isCurrent;
      typeLabels[entry.facts.type] = entry.facts.typeLabel;
      const facets = facetsOf({ ...entry.facts, isCurrent: entry.isCurrent });
      for (const [name, column] of growing) column.ofPage[page] = numbersOf(column, facets[name]);
      known = null;
    },
    setCurrent: (editionId, flag) => {
      const page = pages.get(editionId);
      if (page === undefined || isCurrent[page] === flag) return;
      isCurrent[page] = flag;
      known = null;
    },
    columns: () => {
      const column = (name: (typeof growingNames)[number]): FacetColumn => growing.get(name) ?? startColumn();
      known ??= {
        format: 3,
        chunks: [],
        largeChunks: [],
        followers: [],
        works,
        current: isCurrent.map((flag) => (flag ? '1' : '0')).join(''),
        facets: {
          ประเภท: column('ประเภท'),
          จังหวัด: column('จังหวัด'),
          ปี: column('ปี'),
          ฉบับ: {
            values: [editionValues.current, editionValues.older],
            ofPage: isCurrent.map((flag) => (flag ? 0 : 1)),
          },
          ที่มา: column('ที่มา'),
        },
        typeLabels,
      };
      return known;
    },
    pageOf: (editionId) => pages.get(editionId),
    editionOf: (page) => editions[page],
    pagesOfWork: (workId) => pagesOfWork.get(workId) ?? [],
  };
}

const startColumn = (): GrowingColumn => ({ values: [], numbers: new Map(), ofPage: [] });

function numbersOf(
  { values, numbers }: GrowingColumn,
  wanted: readonly string[],
): number | readonly number[] {
  const found = wanted.map((value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, values.length);
    return values.push(value) - 1;
  });
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only : found;
}
