import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBase } from '../../src/search/build-index.ts';
import { readManifest } from '../../src/search/generations.ts';
import { ask, provider } from '../search/index-in.ts';
import { indexedWorks, recordsAt, wordInEach } from './indexed-works.ts';

const child = fileURLToPath(new URL('./indexing-child.ts', import.meta.url));
/** From the first deed of a process to its death, at most; a build of these works takes less. */
const longestLifeMs = 900;

export type KillIndexReport = {
  readonly kills: number;
  /** Generations that became current in between. */
  readonly generations: number;
  /** What was wrong after a kill: an index that does not open, or does not answer with every work. */
  readonly broken: readonly string[];
};

/** Kills an indexing process with SIGKILL at random moments and asks what is left, each time as a fresh browser would. */
export async function killIndex(options: {
  readonly kills: number;
  readonly isGuarded: boolean;
  readonly onKill?: (done: number) => void;
}): Promise<KillIndexReport> {
  const dir = await mkdtemp(join(tmpdir(), 'kill-index-'));
  const broken: string[] = [];
  try {
    await buildBase({ dir, records: provider(recordsAt(1)), revision: 1 });
    for (let kill = 0; kill < options.kills; kill += 1) {
      const revision = (await readManifest(dir).catch(() => null))?.revision ?? 1;
      await indexUntilKilled(dir, revision, options.isGuarded, Math.random() * longestLifeMs);
      const wrong = await whatIsWrong(dir);
      if (wrong !== null) broken.push(wrong);
      options.onKill?.(kill + 1);
    }
    const generations = ((await readManifest(dir).catch(() => null))?.generation ?? 1) - 1;
    return { kills: options.kills, generations, broken };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function indexUntilKilled(
  dir: string,
  revision: number,
  isGuarded: boolean,
  lifeMs: number,
): Promise<void> {
  const how = isGuarded ? 'guarded' : 'careless';
  const indexing = spawn(process.execPath, [child, dir, String(revision), how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(indexing, 'exit');
  await Promise.race([once(createInterface({ input: indexing.stdout }), 'line'), exited]);
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  indexing.kill('SIGKILL');
  await exited;
}

async function whatIsWrong(dir: string): Promise<string | null> {
  try {
    const { groups } = await ask(dir, wordInEach);
    if (groups.length !== indexedWorks) return `${groups.length} of ${indexedWorks} works`;
    await Promise.all(groups.map(([{ folder, page }]) => folder.readRecord(page)));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `npm run prove -- kill-index [--size 60]`: exit code 0 when every kill left an index that answers whole. */
export default async function proveKillIndex(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { size: { type: 'string', default: '60' } } });
  const kills = Number(values.size);
  const onKill = (done: number) => done % 20 === 0 && console.log(`${done} of ${kills} kills`);
  const kept = await killIndex({ kills, isGuarded: true, onKill });
  console.log(`${kept.kills} kills, ${kept.generations} generations, ${kept.broken.length} times broken`);
  for (const wrong of kept.broken.slice(0, 5)) console.log(wrong);
  const control = await killIndex({ kills: Math.min(kills, 20), isGuarded: false });
  console.log(`control that clears up first: ${control.broken.length} times broken (must be more than 0)`);
  const isKept = kept.broken.length === 0 && kept.generations > 0;
  const hasTeeth = control.broken.length > 0;
  console.log(isKept && hasTeeth ? 'The promise held.' : 'The promise did not hold.');
  return isKept && hasTeeth ? 0 : 1;
}
