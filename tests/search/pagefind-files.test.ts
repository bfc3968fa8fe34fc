import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { expect, it, vi } from 'vitest';
import { pageHtml } from '../../src/search/page-html.ts';
import { decodeMeta, type PagefindMeta, readWords } from '../../src/search/pagefind-files.ts';
import { decodePostings, encodePostings, joinHalves } from '../../src/search/postings-file.ts';
import { inSearchFolder } from './index-in.ts';
import { sixtyRecords } from './test-records.ts';

type StockResult = { readonly id: string; readonly words: readonly number[] };
type StockClient = {
  readonly createInstance: (options: object) => {
    readonly search: (term: string) => Promise<{ readonly results: readonly StockResult[] }>;
  };
};

const unzip = async (path: string): Promise<Uint8Array> => gunzipSync(await readFile(path));

async function readMeta(dir: string): Promise<PagefindMeta> {
  const name = (await readdir(dir)).find((file) => file.endsWith('.pf_meta')) ?? '';
  return decodeMeta(await unzip(join(dir, name)));
}

it('the reader gives the pages and positions that Pagefind’s own client gives, for every word', async () => {
  await inSearchFolder(async (dir) => {
    const { index } = await pagefind.createIndex({ forceLanguage: 'und' });
    for (const record of sixtyRecords())
      await index?.addHTMLFile({ url: record.url, content: pageHtml(record) });
    await index?.writeFiles({ outputPath: dir });
    await pagefind.close();

    vi.stubGlobal(
      'fetch',
      async (url: string) => new Response(await readFile(join(dir, url.replace(/^\/pagefind\/|\?.*$/g, '')))),
    );
    const stock = (await import(
      /* @vite-ignore */ pathToFileURL(join(dir, 'pagefind.js')).href
    )) as StockClient;
    const client = stock.createInstance({ basePath: '/pagefind/', language: 'und', noWorker: true });

    const meta = await readMeta(dir);
    let compared = 0;
    for (const { file } of meta.chunks) {
      const entries = [...readWords(await unzip(join(dir, 'index', `${file}.pf_index`)), 0)];
      // A word that no other word begins with: Pagefind's client always searches by prefix.
      const alone = entries.filter(({ word }, at) => !(entries[at + 1]?.word ?? '').startsWith(word));
      for (const entry of alone) {
        const theirs = (await client.search(entry.word)).results.map(
          ({ id, words }) => [id, [...words]] as const,
        );
        const places = decodePostings(joinHalves(encodePostings([entry]))).places;
        const ours = (places?.postings(entry.word) ?? []).map(
          ({ page, positions }) => [meta.pages[page] ?? '', [...positions]] as const,
        );
        expect(new Map(theirs)).toEqual(new Map(ours));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
    vi.unstubAllGlobals();
  });
});

it('a file that is not of this Pagefind release is refused', () => {
  const text = new TextEncoder();
  expect(() => decodeMeta(text.encode('something else'))).toThrow('signature');
  const older = new Uint8Array([...text.encode('pagefind_dcd'), 0x86, 0x65, ...text.encode('1.5.2')]);
  expect(() => decodeMeta(older)).toThrow('1.5.2');
});
