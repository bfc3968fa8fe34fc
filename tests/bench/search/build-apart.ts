import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import { engines } from './engines.ts';

/** What a build took. `peakMegabytes` is null where the system does not tell (only Linux does). */
export type BuildCost = { readonly seconds: number; readonly peakMegabytes: number | null };

const self = fileURLToPath(import.meta.url);
const sampleMilliseconds = 50;

/** Builds the index of a corpus in a process of its own and watches its memory, with that of its children. */
export async function buildApart(engine: string, corpus: string, dir: string): Promise<BuildCost> {
  const child = spawn(process.execPath, [self, engine, corpus, dir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let peak: number | null = null;
  let seconds = 0;
  child.on('message', (message) => {
    seconds = Number(message);
  });
  const watch = setInterval(async () => {
    const now = child.pid === undefined ? null : await memoryOfTree(child.pid).catch(() => null);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, sampleMilliseconds);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`building the index of ${engine} ended with ${code}`);
  return { seconds, peakMegabytes: peak === null ? null : Math.round(peak / 1024) };
}

/** Kilobytes that a process and its children hold now. */
async function memoryOfTree(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  const threads = await readdir(`/proc/${pid}/task`);
  const children = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  const pids = children.join(' ').split(/\s+/).filter(Boolean).map(Number);
  const sizes = await Promise.all(pids.map((each) => memoryOfTree(each).catch(() => 0)));
  return own + sizes.reduce((sum, size) => sum + size, 0);
}

if (process.argv[1] === self) {
  const [engine = '', corpus = '', dir = ''] = process.argv.slice(2);
  const load = engines[engine];
  if (load === undefined) throw new Error(`no engine ${engine}`);
  const records = await readCorpus(corpus);
  const startedAt = performance.now();
  await (await load()).default.build(records, dir);
  process.send?.((performance.now() - startedAt) / 1000);
  process.disconnect();
}
