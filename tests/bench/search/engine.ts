import type { SearchRecord } from '../../../src/search/search-record.ts';

/** What one search costs: bytes over the wire with headers, and milliseconds until ten results can be shown. */
export type Cost = { readonly requests: number; readonly kilobytes: number; readonly milliseconds: number };

/** One query asked of an engine that kept nothing, and the query after it asked of the same page. */
export type Asked = {
  /** The ids of all records that were found, best first. */
  readonly found: readonly string[];
  readonly first: Cost;
  readonly next: Cost;
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
