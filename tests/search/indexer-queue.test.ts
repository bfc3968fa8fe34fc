import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createIndexerQueue, type IndexerQueue } from '../../src/search/indexer-queue.ts';
import { inSearchFolder, urlsFor } from './index-in.ts';

const entry = fileURLToPath(new URL('./indexer-entry.ts', import.meta.url));

async function until(isTrue: () => boolean, milliseconds = 15_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A stand-in for the indexer that notes each start in a file and then runs the given statements. */
async function standIn(dir: string, statements: string): Promise<readonly [string, string]> {
  const path = join(dir, 'stand-in.mjs');
  await writeFile(
    path,
    `import { appendFileSync } from 'node:fs';\nappendFileSync(process.argv[2], 'x');\n${statements}`,
  );
  return [path, join(dir, 'starts')];
}

const starts = async (path: string): Promise<number> => (await readFile(path, 'utf8')).length;
const done = `console.log(JSON.stringify({ kind: 'done', what: 'delta', generation: 7, revision: 9, milliseconds: 1 }));`;

async function withQueue(queue: IndexerQueue, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await queue.stop();
  }
}

describe('the indexer queue', () => {
  it('builds the index in a process of its own and reports the generation', async () => {
    await inSearchFolder(async (dir) => {
      const queue = createIndexerQueue({ command: [entry, dir, '3', '5'] });
      await withQueue(queue, async () => {
        queue.requestIndex();
        await until(() => queue.status().lastSuccess !== null);
        expect(queue.status().lastSuccess).toMatchObject({ generation: 1, revision: 5 });
        expect((await urlsFor(dir, 'กวางทดสอบ')).length).toBe(3);
      });
    });
  });

  it('makes one run of many requests, and one more of those that came during it', async () => {
    await inSearchFolder(async (dir) => {
      const command = await standIn(dir, `setTimeout(() => { ${done} }, 300);`);
      const queue = createIndexerQueue({ command, debounceMilliseconds: 20 });
      await withQueue(queue, async () => {
        for (let n = 0; n < 50; n += 1) queue.requestIndex();
        await until(() => queue.status().state === 'running');
        for (let n = 0; n < 50; n += 1) queue.requestIndex();
        await until(() => queue.status().lastSuccess !== null && queue.status().state === 'idle');
        expect(await starts(command[1])).toBe(2);
      });
    });
  });

  it('is not put off by requests that keep coming', async () => {
    await inSearchFolder(async (dir) => {
      const command = await standIn(dir, done);
      const queue = createIndexerQueue({ command, debounceMilliseconds: 100 });
      const requests = setInterval(queue.requestIndex, 20);
      await withQueue(queue, () => until(() => queue.status().lastSuccess !== null)).finally(() =>
        clearInterval(requests),
      );
    });
  });

  it('keeps what went wrong for the desk, tries again, and forgets it after a success', async () => {
    await inSearchFolder(async (dir) => {
      const command = await standIn(
        dir,
        `import { readFileSync } from 'node:fs';
        if (readFileSync(process.argv[2]).length < 3) throw new Error('the disk is full');
        ${done}`,
      );
      const queue = createIndexerQueue({ command, debounceMilliseconds: 5, retryMilliseconds: [200] });
      await withQueue(queue, async () => {
        queue.requestIndex();
        await until(() => queue.status().lastFailure !== null);
        expect(queue.status().lastFailure?.message).toContain('the disk is full');
        await until(() => queue.status().lastSuccess !== null);
        expect(queue.status().lastFailure).toBe(null);
        expect(await starts(command[1])).toBe(3);
      });
    });
  });

  it('does not throw into the server when the indexer cannot even start', async () => {
    const queue = createIndexerQueue({ command: ['/nowhere/indexer.ts'], debounceMilliseconds: 5 });
    await withQueue(queue, async () => {
      queue.requestIndex();
      await until(() => queue.status().lastFailure !== null);
      expect(queue.status().lastSuccess).toBe(null);
    });
  });

  it('ends a running indexer when the server stops, and starts no other', async () => {
    await inSearchFolder(async (dir) => {
      const command = await standIn(dir, 'setInterval(() => {}, 1000);');
      const queue = createIndexerQueue({ command, debounceMilliseconds: 5 });
      queue.requestIndex();
      await until(() => queue.status().state === 'running');
      queue.requestIndex();
      await queue.stop();
      queue.requestIndex();
      expect(queue.status().state).toBe('stopped');
    });
  });
});
