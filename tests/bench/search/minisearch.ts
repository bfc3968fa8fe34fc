import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { toSearchForm } from '../../../src/thai/normal-form.ts';
import type { Engine } from './engine.ts';
import { openInProcess } from './in-process.ts';

type Indexed = { readonly id: string; readonly title: string; readonly body: string };

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

const options: Options<Indexed> = {
  fields: ['title', 'body'],
  tokenize: (text) =>
    [...segmenter.segment(toSearchForm(text))].flatMap(({ segment, isWordLike }) =>
      isWordLike === true ? [segment] : [],
    ),
  processTerm: (term) => term,
  searchOptions: { combineWith: 'AND', prefix: true, boost: { title: 3 } },
};

/** MiniSearch over the words of the runtime's own Thai dictionary. */
const minisearch: Engine = {
  about: 'MiniSearch over ICU words, all words, prefixes, in this process',
  build: async (records, dir) => {
    const index = new MiniSearch(options);
    index.addAll(
      records.map(({ url, title, sections }) => ({
        id: url,
        title,
        body: sections.map(({ heading, text }) => `${heading} ${text}`).join('\n'),
      })),
    );
    await writeFile(join(dir, 'minisearch.json'), JSON.stringify(index));
  },
  open: async (dir) => {
    const index = MiniSearch.loadJSON(await readFile(join(dir, 'minisearch.json'), 'utf8'), options);
    return openInProcess(
      (query) => index.search(query).map(({ id }) => String(id)),
      () => index.removeAll(),
    );
  },
};

export default minisearch;
