import type { SearchCost } from '../../../src/search/recorded-score.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';

/** One query asked of an engine that kept nothing, and the query after it asked of the same page. */
export type Asked = {
  /** The ids of all records that were found, best first. */
  readonly found: readonly string[];
  readonly first: SearchCost;
  readonly next: SearchCost;
};

export type OpenEngine = {
  readonly ask: (query: string, nextQuery: string) => Promise<Asked>;
  readonly close: () => Promise<void>;
};

/** One way to search a corpus. */
export type Engine = {
  readonly about: string;
  /** Writes the index of the records below `dir`, an empty folder. Runs in a process of its own. */
  readonly build: (records: readonly SearchRecord[], dir: string) => Promise<void>;
  readonly open: (dir: string) => Promise<OpenEngine>;
};
