import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { withoutSignature } from '../../../src/search/pagefind-files.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';
import type { Engine } from './engine.ts';
import { openInBrowser } from './in-browser.ts';

const script = fileURLToPath(new URL('./page-pagefind.ts', import.meta.url));

/** Pagefind as it comes: pages in Thai, its own cutting of words, its own client. */
const stock: Engine = {
  about: 'Pagefind as it comes, lang=th, in a browser',
  build: async (records, dir) => {
    const { index, errors } = await pagefind.createIndex({});
    if (index === undefined) throw new Error(errors.join('; '));
    for (const record of records) await index.addHTMLFile({ url: record.url, content: pageOf(record) });
    await index.writeFiles({ outputPath: dir });
    await pagefind.close();
  },
  open: async (dir) => {
    const urls = await urlsByFragment(dir);
    return openInBrowser(dir, script, (name) => urls.get(name) ?? name);
  },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function pageOf({ title, sections }: SearchRecord): string {
  const parts = sections.map(
    ({ eid, heading, text }) => `<h2 id="${escaped(eid)}">${escaped(heading)}</h2><p>${escaped(text)}</p>`,
  );
  return `<html lang="th"><head><title>${escaped(title)}</title></head><body data-pagefind-body>
<h1>${escaped(title)}</h1>${parts.join('')}</body></html>`;
}

/** Pagefind names a result by its fragment, and the address stands in the fragment. */
async function urlsByFragment(dir: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(join(dir, 'fragment'));
  const urls = new Map<string, string>();
  for (const name of names) {
    const body = withoutSignature(gunzipSync(await readFile(join(dir, 'fragment', name))));
    const { url } = JSON.parse(new TextDecoder().decode(body)) as { readonly url: string };
    urls.set(name.replace('.pf_fragment', ''), url);
  }
  return urls;
}

export default stock;
