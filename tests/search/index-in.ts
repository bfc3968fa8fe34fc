import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordsProvider } from '../../src/search/build-index.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { type Answer, openSession } from '../../src/search/search-session.ts';

/** Runs work in a search folder of its own that is removed afterwards. */
export async function inSearchFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'search-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A register that holds these records. */
export function provider(records: readonly SearchRecord[]): RecordsProvider {
  return async function* ({ workPaths }) {
    for (const record of records) if (workPaths?.includes(record.workPath) ?? true) yield record;
  };
}

/** Answers a query from the index on disk, as a fresh browser would. */
export async function ask(dir: string, query: string, filters = {}): Promise<Answer> {
  const session = await openSession(diskSource(dir));
  const result = await session.answer(query, filters);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** The addresses of the works that a query finds, best first. */
export async function urlsFor(dir: string, query: string): Promise<readonly string[]> {
  const { groups } = await ask(dir, query);
  return Promise.all(groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).url));
}
