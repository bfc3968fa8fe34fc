import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { CatalogueFile, FacetColumn } from './catalogue-file.ts';
import { catalogueName, recordName } from './manifest.ts';
import { pageHtml } from './page-html.ts';
import { decodeMeta, type PagefindMeta, withoutSignature } from './pagefind-files.ts';
import { type FacetName, facetNames, facetsOf, type SearchRecord } from './search-record.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Pages of each work inside one index folder; kept beside the index for the hide list, read by builds only. */
export type PagesOfWorks = Readonly<Record<string, readonly number[]>>;
export const pagesOfWorksName = 'works.json';

/**
 * Builds one immutable index folder at `path` (which must not exist) from records, and flushes it to the disk.
 * Throws when Pagefind refuses a page or the built files are not what this reader knows.
 */
export async function buildFolder(
  path: string,
  records: readonly SearchRecord[],
  onAdded: () => void = () => {},
): Promise<void> {
  const raw = `${path}.pagefind`;
  try {
    await writeWithPagefind(raw, records, onAdded);
    const meta = decodeMeta(await decompress(await readFile(join(raw, await metaFile(raw)))));
    const pages = await recordsInPageOrder(raw, meta, records);
    await mkdir(join(path, 'record'), { recursive: true });
    await rename(join(raw, 'index'), join(path, 'index'));
    await writeJson(join(path, catalogueName), toCatalogue(meta, pages));
    await writeFile(join(path, pagesOfWorksName), JSON.stringify(toPagesOfWorks(pages)));
    for (let at = 0; at < pages.length; at += 64) {
      await Promise.all(
        pages.slice(at, at + 64).map((record, i) => writeJson(join(path, recordName(at + i)), record)),
      );
    }
    await flushTree(path);
  } finally {
    await rm(raw, { recursive: true, force: true });
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
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.url, content: pageHtml(record) });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
      onAdded();
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind did not write: ${written.errors.join('; ')}`);
  } finally {
    // Ends the native process and with it the 0.4 MB per work that it holds.
    await pagefind.close();
  }
}

async function metaFile(raw: string): Promise<string> {
  const metas = (await readdir(raw)).filter((name) => name.endsWith('.pf_meta'));
  const [only, ...more] = metas;
  if (only === undefined || more.length > 0)
    throw new Error(`expected one Pagefind index, found ${metas.length}`);
  return only;
}

/** Pagefind numbers pages itself, so each page is matched to its record by the address in its fragment. */
async function recordsInPageOrder(
  raw: string,
  meta: PagefindMeta,
  records: readonly SearchRecord[],
): Promise<readonly SearchRecord[]> {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  if (byUrl.size !== records.length) throw new Error('two search records have one address');
  const pages: SearchRecord[] = [];
  for (const name of meta.pages) {
    const fragment = withoutSignature(
      await decompress(await readFile(join(raw, 'fragment', `${name}.pf_fragment`))),
    );
    const { url } = JSON.parse(new TextDecoder().decode(fragment)) as { readonly url: string };
    const record = byUrl.get(url);
    if (record === undefined) throw new Error(`Pagefind returned an unknown page ${url}`);
    pages.push(record);
  }
  if (pages.length !== records.length)
    throw new Error(`${records.length} records gave ${pages.length} pages`);
  return pages;
}

function toCatalogue(meta: PagefindMeta, pages: readonly SearchRecord[]): CatalogueFile {
  const workPaths = [...new Set(pages.map(({ workPath }) => workPath))];
  const numberOf = new Map(workPaths.map((path, index) => [path, index]));
  const facets = pages.map(facetsOf);
  const column = (name: FacetName): FacetColumn => {
    const values = [...new Set(facets.flatMap((facet) => facet[name]))];
    return { values, ofPage: facets.map((facet) => facet[name].map((value) => values.indexOf(value))) };
  };
  return {
    format: 1,
    chunks: meta.chunks,
    works: pages.map(({ workPath }) => numberOf.get(workPath) ?? 0),
    current: pages.map(({ isCurrent }) => (isCurrent ? '1' : '0')).join(''),
    facets: Object.fromEntries(facetNames.map((name) => [name, column(name)])) as CatalogueFile['facets'],
    typeLabels: Object.fromEntries(pages.map(({ type, typeLabel }) => [type, typeLabel])),
  };
}

function toPagesOfWorks(pages: readonly SearchRecord[]): PagesOfWorks {
  const found = new Map<string, number[]>();
  for (const [page, { workPath }] of pages.entries()) {
    found.set(workPath, [...(found.get(workPath) ?? []), page]);
  }
  return Object.fromEntries(found);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, await compress(JSON.stringify(value)));
}

/** Flushes every file below a folder and the folders themselves, so that a manifest may name it. */
async function flushTree(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = [path, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  for (let at = 0; at < paths.length; at += 16) {
    await Promise.all(paths.slice(at, at + 16).map(flush));
  }
}

/** Flushes one file or folder. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
