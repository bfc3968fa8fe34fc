import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRegister } from '../../../db/connection.ts';
import { searchRegister } from '../../../src/registry/search-register.ts';
import { viewAnswer } from '../../../src/search/answer-view.ts';
import { collectWords } from '../../../src/search/collect-words.ts';
import type { SearchRecord } from '../../../src/search/search-record.ts';
import { requestOf } from '../../../src/search/search-request.ts';
import { decodeWordList, encodeWordList, type WordList } from '../../../src/search/word-list.ts';
import { fillWithRecords } from '../../support/register-of-records.ts';
import type { Engine } from './engine.ts';
import { openInProcess } from './in-process.ts';

/** The register's own search: our tokens in SQLite FTS5, with the ladder and ranking of the browser. */
const server: Engine = {
  about: 'our tokens in SQLite FTS5 inside the register, top ten with excerpts, in this process',
  build: async (records, dir) => {
    const register = openRegister({ file: join(dir, 'registry.db') });
    await fillWithRecords(register, records);
    register.close();
    await writeFile(join(dir, 'words'), encodeWordList(wordsOf(records)));
  },
  open: async (dir) => {
    const register = openRegister({ file: join(dir, 'registry.db') });
    const words = decodeWordList(await readFile(join(dir, 'words'), 'utf8'));
    return openInProcess(
      async (query) => {
        const request = requestOf(new URLSearchParams({ q: query }));
        const found = await searchRegister(register, request, new Date().toISOString(), async () => words);
        if (!found.ok) return async () => [];
        const { answer, types } = found.value;
        await viewAnswer(answer, request, types, []);
        return () =>
          Promise.all(answer.groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).url));
      },
      () => register.close(),
    );
  },
};

/** The words by which slips are put right, as a build of the browser's index collects them. */
export function wordsOf(records: readonly SearchRecord[]): WordList {
  const words = collectWords();
  for (const record of records) words.add(record);
  return words.finish();
}

export default server;
