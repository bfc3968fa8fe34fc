import { join } from 'node:path';
import Database from 'better-sqlite3';
import { toSearchForm } from '../../../src/thai/normal-form.ts';
import type { Engine } from './engine.ts';
import { openInProcess } from './in-process.ts';

/** SQLite's own trigram tokenizer over the normal form, ranked by bm25, title before body. */
const fts5: Engine = {
  about: 'SQLite FTS5, its own trigram tokenizer over our normal form, in this process',
  build: async (records, dir) => {
    const database = new Database(join(dir, 'fts5.db'));
    database.exec("CREATE VIRTUAL TABLE texts USING fts5 (id UNINDEXED, title, body, tokenize = 'trigram')");
    const insert = database.prepare('INSERT INTO texts VALUES (?, ?, ?)');
    database.transaction(() => {
      for (const { url, title, sections } of records) {
        const body = sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n');
        insert.run(url, toSearchForm(title), toSearchForm(body));
      }
    })();
    database.close();
  },
  open: async (dir) => {
    const database = new Database(join(dir, 'fts5.db'), { readonly: true });
    const select = database
      .prepare<[string], string>('SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 0, 10, 1)')
      .pluck();
    return openInProcess(
      (query) => {
        const words = toSearchForm(query)
          .split(' ')
          .filter((word) => Array.from(word).length > 2);
        if (words.length === 0) return [];
        return select.all(words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
      },
      () => database.close(),
    );
  },
};

export default fts5;
