import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import { startCatalogue } from './catalogue-columns.ts';
import { collectWords } from './collect-words.ts';
import { flushTree } from './flush.ts';
import { catalogueName, recordName, wordsName } from './manifest.ts';
import { type IndexPart, mergeParts } from './merge-parts.ts';
import { pageHtml } from './page-html.ts';
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

/** Pages handed to Pagefind before its answers are waited for. */
const pagesAtOnce = 64;

/** How many works and editions a folder holds. */
export type FolderSize = { readonly works: number; readonly editions: number };

/**
 * Builds one immutable index folder at `path` (which must not exist) and flushes it to the disk. Each part is
 * indexed by a Pagefind process of its own, because Pagefind holds 0.4 MB of memory for every work; then the parts
 * are merged. Throws when Pagefind refuses a page or writes files that this reader does not know.
 */
export async function buildFolder(
  path: string,
  parts: AsyncIterable<readonly SearchRecord[]>,
  onAdded: () => void = () => {},
): Promise<FolderSize> {
  const catalogue = startCatalogue();
  const words = collectWords();
  const built: IndexPart[] = [];
  let started = 0;
  let finishing: Promise<void> = Promise.resolve();

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
      const raw = `${path}.part-${started}`;
      started += 1;
      await writeWithPagefind(raw, records, onAdded);
      // Pagefind writes the next part meanwhile, in a process of its own.
      await finishing;
      finishing = finishPart(raw, records);
      finishing.catch(() => undefined);
    }
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
    await finishing.catch(() => undefined);
    for (let part = 0; part < started; part += 1) {
      await rm(`${path}.part-${part}`, { recursive: true, force: true });
    }
  }
}

async function writeWithPagefind(
  outputPath: string,
  records: readonly SearchRecord[],
  onAdded: () => void,
): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const add = async (record: SearchRecord): Promise<void> => {
      const added = await index.addHTMLFile({ url: record.url, content: pageHtml(record) });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
      onAdded();
    };
    // Pagefind takes in some pages while the tokens of the next are made here.
    for (let at = 0; at < records.length; at += pagesAtOnce) {
      await Promise.all(records.slice(at, at + pagesAtOnce).map(add));
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind did not write: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
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
