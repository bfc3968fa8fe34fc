import type { FoundPages } from './adjacency.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import type { OpenFolder } from './index-folder.ts';
import type { LiveCatalogue } from './live-catalogue.ts';
import { bitOfKind, type Occurrences, occurrencesIn } from './occurrences.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';
import { blockKindOf, laterBlocks, matchExpression } from './token-rows.ts';
import type { WordList } from './word-list.ts';

/** Where a register keeps its tokens and records. */
export type SearchStore = {
  /** Numbers of rows of tokens: the id of the edition times `kindsPerEdition`, plus the number of the kind of block. */
  readonly findRows: (expression: string) => readonly number[];
  readonly kindsPerEdition: number;
  /** The words of the texts, as the last index has them; none before the first index is built. */
  readonly words: () => Promise<WordList>;
  /** Throws when the edition has no record. */
  readonly readRecord: (editionId: number) => SearchRecord;
};

/** What of a register is searched. */
export type SearchedPart = {
  /** The columns of its pages. */
  readonly catalogue: CatalogueFile;
  /** Pages that are not found. */
  readonly hidden: ReadonlySet<number>;
  /** Whether words that came after the publication of an edition are left out. */
  readonly onlyFirstWords?: boolean;
};

/** From so many rows on pages are kept by their number, which is quicker than a map. */
const manyRows = 2000;

/** Asking may hold the process so long before others get their turn. */
const turnMilliseconds = 10;

/**
 * The register as a folder that searches read, beside the folders of Pagefind's postings. Looking up is synchronous in
 * SQLite, so the lookups of a search follow each other and give way to other work of the process in between.
 */
export function openRegisterFolder(
  store: SearchStore,
  live: Pick<LiveCatalogue, 'pageOf' | 'editionOf'>,
  { catalogue, hidden, onlyFirstWords = false }: SearchedPart,
): OpenFolder {
  const inTurn = takeTurns();

  function lookUp(phrase: Phrase): FoundPages {
    const expression = matchExpression(phrase);
    if (expression === null) return new Map();
    const rows = store.findRows(expression);
    const found =
      rows.length < manyRows ? new Map<number, Occurrences>() : startPages(catalogue.works.length);
    // The rows of an edition follow each other.
    let edition = -1;
    let page: number | undefined;
    let here: Occurrences | null = null;
    for (const row of rows) {
      const editionOfRow = Math.floor(row / store.kindsPerEdition);
      if (editionOfRow !== edition) {
        edition = editionOfRow;
        page = live.pageOf(edition);
        here = null;
      }
      if (page === undefined || hidden.has(page)) continue;
      const kind = row % store.kindsPerEdition;
      if (onlyFirstWords && kind === laterBlocks) continue;
      const bit = bitOfKind(blockKindOf(kind));
      here = occurrencesIn(bit | (here?.kinds ?? 0));
      found.set(page, here);
    }
    return found;
  }

  return {
    dir: 'register',
    catalogue,
    isHidden: (page) => hidden.has(page),
    findPhrase: (phrase) => inTurn(() => lookUp(phrase)),
    isHeavy: () => false,
    narrow: () => Promise.resolve(null),
    words: store.words,
    readRecord: (page) =>
      inTurn(() => {
        const editionId = live.editionOf(page);
        if (editionId === undefined) throw new Error(`the register has no page ${page}`);
        return { ...store.readRecord(editionId), isCurrent: catalogue.current[page] === '1' };
      }),
  };
}

/** What was found in each page, by its number. */
function startPages(length: number): FoundPages & { set(page: number, found: Occurrences): void } {
  const byPage = new Array<Occurrences | undefined>(length);
  const pages: number[] = [];
  return {
    get size() {
      return pages.length;
    },
    get: (page) => byPage[page],
    has: (page) => byPage[page] !== undefined,
    keys: () => pages,
    set: (page, found) => {
      if (byPage[page] === undefined) pages.push(page);
      byPage[page] = found;
    },
  };
}

/** Runs pieces of work one after the other, with a pause for others whenever a turn has lasted long enough. */
function takeTurns(): <T>(work: () => T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let began = performance.now();
  return (work) => {
    const mine = last.then(async () => {
      if (performance.now() - began > turnMilliseconds) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        began = performance.now();
      }
      return work();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
