import { LRUCache } from 'lru-cache';
import { type Answer, headerOf } from './answer.ts';
import type { ReadyAnswer } from './ready-answer.ts';

/** Whole pages that are the same for everyone, kept while the register is unchanged. */
export type PageCache = {
  /** The kept page, when there is one that is still true. */
  get(key: string): ReadyAnswer | undefined;
  /** Renders a page; requests for the same key that arrive meanwhile wait for this one rendering. */
  render(key: string, make: () => Promise<Answer>): Promise<ReadyAnswer>;
};

export type PageCacheOptions = {
  /** Anything that changes when a page may have changed; compared with `===`, read before each use. */
  readonly stamp: () => string | number;
  readonly ready: (answer: Answer) => ReadyAnswer;
  readonly maxBytes: number;
};

const storedStatuses: ReadonlySet<number> = new Set([200, 301, 302, 404]);

/** Room for the compressed copies beside the page itself, and for the bookkeeping of one entry. */
const COPIES_FACTOR = 1.7;
const ENTRY_BYTES = 2048;

/** The largest share of the cache that one page may take. */
const LARGEST_SHARE = 1 / 8;

/**
 * A bounded cache with single flight. A page is stored under the stamp that was read before its rendering began, so a
 * page that was overtaken by a publication is sent to those who asked before it, and kept for nobody.
 */
export function createPageCache({ stamp, ready, maxBytes }: PageCacheOptions): PageCache {
  const pages = new LRUCache<string, ReadyAnswer>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes * LARGEST_SHARE),
    sizeCalculation: (page, key) => Math.ceil(page.size * COPIES_FACTOR) + key.length + ENTRY_BYTES,
  });
  let flights = new Map<string, Promise<Flight>>();
  let current = stamp();

  const renew = (): string | number => {
    const now = stamp();
    if (now !== current) {
      current = now;
      pages.clear();
      flights = new Map();
    }
    return now;
  };

  const fly = async (
    key: string,
    make: () => Promise<Answer>,
    takenOff: string | number,
  ): Promise<Flight> => {
    const ownFlights = flights;
    try {
      const answer = await make();
      const page = ready(answer);
      const isShared = isForEveryone(answer);
      if (isShared && storedStatuses.has(answer.status) && renew() === takenOff) pages.set(key, page);
      return { page, isShared };
    } finally {
      ownFlights.delete(key);
    }
  };

  return {
    get: (key) => {
      renew();
      return pages.get(key);
    },
    render: async (key, make) => {
      const takenOff = renew();
      const underWay = flights.get(key);
      if (underWay !== undefined) {
        const { page, isShared } = await underWay;
        return isShared ? page : ready(await make());
      }
      const flight = fly(key, make, takenOff);
      flights.set(key, flight);
      return (await flight).page;
    },
  };
}

type Flight = { readonly page: ReadyAnswer; readonly isShared: boolean };

function isForEveryone(answer: Answer): boolean {
  if (headerOf(answer, 'set-cookie') !== undefined) return false;
  return !/no-store|private/i.test(headerOf(answer, 'cache-control') ?? '');
}
