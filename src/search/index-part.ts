import { Worker } from 'node:worker_threads';
import * as pagefind from 'pagefind';
import { pageHtml } from './page-html.ts';
import type { SearchRecord } from './search-record.ts';

/** Pages handed to Pagefind before its answers are waited for. */
const pagesAtOnce = 64;

/** Writes Pagefind's index of some records. Throws when Pagefind refuses one. */
export type WritePart = (
  outputPath: string,
  records: readonly SearchRecord[],
  onAdded: () => void,
) => Promise<void>;

/** Writes an index with a Pagefind process of its own, of which a thread has one at a time. */
export const indexPart: WritePart = async (outputPath, records, onAdded) => {
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
};

/** What a thread is given that writes one index, `index-part-thread.ts`; it says `null` for each record that is in. */
export type PartOfThread = { readonly outputPath: string; readonly records: readonly SearchRecord[] };

/** The same in a thread of its own, beside what this one writes. */
export const indexPartApart: WritePart = (outputPath, records, onAdded) =>
  new Promise((resolve, reject) => {
    const workerData: PartOfThread = { outputPath, records };
    const thread = new Worker(new URL('./index-part-thread.ts', import.meta.url), { workerData });
    thread.on('message', onAdded);
    thread.on('error', reject);
    thread.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the thread that indexes ended with ${code}`)),
    );
  });
