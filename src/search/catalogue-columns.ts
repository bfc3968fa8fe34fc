import type { CatalogueFile, FacetColumn } from './catalogue-file.ts';
import type { MergedChunks } from './merge-parts.ts';
import { type FacetName, facetNames, facetsOf, type SearchRecord } from './search-record.ts';

/** Collects the catalogue of a folder page by page, so that no more than one part of the records is held. */
export type CatalogueColumns = {
  readonly add: (record: SearchRecord) => void;
  readonly pages: () => number;
  readonly finish: (chunks: MergedChunks) => CatalogueFile;
  /** The pages of each work by its path. */
  readonly pagesOfWorks: () => Readonly<Record<string, readonly number[]>>;
  /** The page of each edition, by its address. */
  readonly pagesOfEditions: () => Readonly<Record<string, readonly number[]>>;
};

type GrowingColumn = {
  readonly numbers: Map<string, number>;
  readonly ofPage: (number | readonly number[])[];
};

export function startCatalogue(): CatalogueColumns {
  const workNumbers = new Map<string, number>();
  const pagesOfWorks: Record<string, number[]> = {};
  const pagesOfEditions: Record<string, readonly number[]> = {};
  const works: number[] = [];
  const typeLabels: Record<string, string> = {};
  const columns = new Map(
    facetNames.map((name): [FacetName, GrowingColumn] => [name, { numbers: new Map(), ofPage: [] }]),
  );
  let current = '';

  function add(record: SearchRecord): void {
    const page = works.length;
    works.push(numberOf(workNumbers, record.workPath));
    pagesOfWorks[record.workPath] = [...(pagesOfWorks[record.workPath] ?? []), page];
    pagesOfEditions[record.url] = [page];
    current += record.isCurrent ? '1' : '0';
    typeLabels[record.type] = record.typeLabel;
    const facets = facetsOf(record);
    for (const [name, { numbers, ofPage }] of columns) {
      const values = facets[name].map((value) => numberOf(numbers, value));
      const [only, ...more] = values;
      ofPage.push(only !== undefined && more.length === 0 ? only : values);
    }
  }

  const column = (name: FacetName): FacetColumn => {
    const { numbers, ofPage } = columns.get(name) ?? { numbers: new Map<string, number>(), ofPage: [] };
    return { values: [...numbers.keys()], ofPage };
  };

  return {
    add,
    pages: () => works.length,
    finish: ({ bounds, large, followers }) => ({
      format: 3,
      chunks: bounds,
      largeChunks: large,
      followers,
      works,
      current,
      facets: {
        ประเภท: column('ประเภท'),
        จังหวัด: column('จังหวัด'),
        ปี: column('ปี'),
        ฉบับ: column('ฉบับ'),
        ที่มา: column('ที่มา'),
      },
      typeLabels,
    }),
    pagesOfWorks: () => pagesOfWorks,
    pagesOfEditions: () => pagesOfEditions,
  };
}

function numberOf(numbers: Map<string, number>, value: string): number {
  const known = numbers.get(value) ?? numbers.size;
  numbers.set(value, known);
  return known;
}
