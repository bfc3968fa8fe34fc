import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { startCatalogue } from './catalogue-columns.ts';
import { collectWords } from './collect-words.ts';
import { flushTree } from './flush.ts';
import { indexPart, indexPartApart } from './index-part.ts';
import { catalogueName, recordName, wordsName } from './manifest.ts';
import { type IndexPart, mergeParts } from './merge-parts.ts';
import { decodeMeta, type PagefindMeta, withoutSignature } from './pagefind-files.ts';
import type { SearchRecord } from './search-record.ts';
import { encodeWordList } from './word-list.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Pages of each work and of each edition, by their addresses, inside one index folder. Builds hide by it what changed,
 * and the front door sees by it what may not be served any more.
 */
export type PagesOfWorks = Readonly<Record<string, readonly number[]>>;
export const pagesOfWorksName = 'works.json';

/** Records written before others get their turn. */
const recordsAtOnce = 64;

/** How parts are written side by side: the second needs a thread, because Pagefind has one process in each. */
const lanes = [indexPart, indexPartApart];

/** How many works and editions a folder holds. */
export type FolderSize = { readonly works: number; readonly editions: number };

/**
 * Builds one immutable index folder at `path` (which must not exist) and flushes it to the disk. Each part is
 * indexed by a Pagefind process of its own, because Pagefind holds 0.4 MB of memory for every work; then the parts
 * are merged. Two are written at a time, each by a processor of its own. Throws when Pagefind refuses a page or writes
 * files that this reader does not know.
 */
export async function buildFolder(
  path: string,
  parts: AsyncIterable<readonly SearchRecord[]>,
  onAdded: () => void = () => {},
): Promise<FolderSize> {
  const catalogue = startCatalogue();
  const words = collectWords();
  const built: IndexPart[] = [];
  const writing: { readonly written: Promise<void>; readonly finish: () => Promise<void> }[] = [];
  let started = 0;
  let finishing: Promise<void> = Promise.resolve();

  /** Waits for the oldest part that is being written; the rest of its work is done while others are written. */
  async function passOn(): Promise<void> {
    const oldest = writing.shift();
    await oldest?.written;
    await finishing;
    finishing = oldest?.finish() ?? finishing;
    finishing.catch(() => undefined);
  }

  async function finishPart(raw: string, records: readonly SearchRecord[]): Promise<void> {
    const firstPage = catalogue.pages();
    const meta = await readMeta(raw);
    const pages = await recordsInPageOrder(raw, meta, records);
    for (let at = 0; at < pages.length; at += recordsAtOnce) {
      const some = pages.slice(at, at + recordsAtOnce);
      await writeRecords(path, some, firstPage + at);
      for (const record of some) {
        catalogue.add(record);
        words.add(record);
      }
    }
    built.push({ path: raw, chunks: meta.chunks, firstPage });
  }

  try {
    await mkdir(join(path, 'record'), { recursive: true });
    await mkdir(join(path, 'index'));
    await mkdir(join(path, 'places'));
    for await (const records of parts) {
      if (writing.length === lanes.length) await passOn();
      const raw = `${path}.part-${started}`;
      const written = (lanes[started % lanes.length] ?? indexPart)(raw, records, onAdded);
      written.catch(() => undefined);
      writing.push({ written, finish: () => finishPart(raw, records) });
      started += 1;
    }
    while (writing.length > 0) await passOn();
    await finishing;
    const chunks = await mergeParts(built, path);
    await writeJson(join(path, catalogueName), catalogue.finish(chunks));
    await writeFile(join(path, wordsName), await compress(encodeWordList(words.finish())));
    const pagesOfWorks = catalogue.pagesOfWorks();
    const pages: PagesOfWorks = { ...pagesOfWorks, ...catalogue.pagesOfEditions() };
    await writeFile(join(path, pagesOfWorksName), JSON.stringify(pages));
    await flushTree(path);
    return { works: Object.keys(pagesOfWorks).length, editions: catalogue.pages() };
  } finally {
    await Promise.allSettled([finishing, ...writing.map(({ written }) => written)]);
    for (let part = 0; part < started; part += 1) {
      await rm(`${path}.part-${part}`, { recursive: true, force: true });
    }
  }
}

async function readMeta(raw: string): Promise<PagefindMeta> {
  const metas = (await readdir(raw)).filter((name) => name.endsWith('.pf_meta'));
  const [only, ...more] = metas;
  if (only === undefined || more.length > 0)
    throw new Error(`expected one Pagefind index, found ${metas.length}`);
  return decodeMeta(await decompress(await readFile(join(raw, only))));
}

/** Pagefind numbers pages itself, so each page is matched to its record by the address in its fragment. */
async function recordsInPageOrder(
  raw: string,
  meta: PagefindMeta,
  records: readonly SearchRecord[],
): Promise<readonly SearchRecord[]> {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  if (byUrl.size !== records.length) throw new Error('two search records have one address');
  if (meta.pages.length !== records.length) {
    throw new Error(`${records.length} records gave ${meta.pages.length} pages`);
  }
  const pages: SearchRecord[] = [];
  for (const name of meta.pages) {
    const fragment = await decompress(await readFile(join(raw, 'fragment', `${name}.pf_fragment`)));
    const { url } = JSON.parse(new TextDecoder().decode(withoutSignature(fragment))) as {
      readonly url: string;
    };
    const record = byUrl.get(url);
    if (record === undefined) throw new Error(`Pagefind returned an unknown page ${url}`);
    pages.push(record);
  }
  return pages;
}

async function writeRecords(path: string, pages: readonly SearchRecord[], firstPage: number): Promise<void> {
  await Promise.all(pages.map((record, i) => writeJson(join(path, recordName(firstPage + i)), record)));
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, await compress(JSON.stringify(value)));
}
