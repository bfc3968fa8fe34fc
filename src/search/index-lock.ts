import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Thrown when another living process is building the index. */
export class IndexBusy extends Error {
  override readonly name = 'IndexBusy';
}

/** Longer than any build: a lock this old was left by a process of an earlier boot whose number lives again. */
const staleMilliseconds = 60 * 60_000;

/** Runs work while no other process builds in the same folder. The lock of a dead process is taken over. */
export async function withIndexLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, 'indexer.lock');
  if (!(await tryLock(path))) {
    if (await isHeld(path)) throw new IndexBusy('another process is building the search index');
    await rm(path, { force: true });
    if (!(await tryLock(path))) throw new IndexBusy('another process is building the search index');
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(path: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > staleMilliseconds) return false;
    const holder = Number(await readFile(path, 'utf8'));
    // A lock that is created and not yet written is held.
    return holder === 0 || (holder !== process.pid && isAlive(holder));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
