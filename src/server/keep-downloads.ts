import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type DownloadSet, listDownloadSets } from '../bulk/download-set.ts';
import type { StopPublishing } from './publish-on-time.ts';
import type { WriteLog } from './write-log.ts';

const processFile = fileURLToPath(new URL('./download-process.ts', import.meta.url));

/** After a set that took a while the next one waits this many times as long, so that making sets stays a small load. */
const REST_FACTOR = 20;

export type KeepDownloads = {
  /** Says that the register changed. Never throws; many changes become one set. */
  readonly request: () => void;
  readonly stop: StopPublishing;
};

/**
 * Keeps the files of the whole register up to date in a process of their own: some time after the last change, and never
 * two at once. A failure is logged, and the next change tries again.
 * @param parts.afterMs how long after a change a set is begun
 */
export function keepDownloads(parts: {
  readonly folder: string;
  readonly revision: () => number;
  readonly afterMs: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: WriteLog;
}): KeepDownloads {
  const { folder, revision, afterMs, environment, log } = parts;
  let timer: NodeJS.Timeout | null = null;
  let running: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  let isStopped = false;

  const schedule = (milliseconds: number): void => {
    // Changes that keep coming do not put it off.
    if (isStopped || running !== null || timer !== null) return;
    timer = setTimeout(begin, milliseconds).unref();
  };

  const begin = (): void => {
    timer = null;
    listDownloadSets(folder).then(
      (sets) => {
        if (!sets.some((set) => set.revision === revision())) make(sets[0]);
      },
      (error: unknown) => log({ level: 'error', event: 'download_failed', reason: String(error) }),
    );
  };

  const make = (newest: DownloadSet | undefined): void => {
    if (isStopped || running !== null) return;
    const child = spawn(process.execPath, [processFile], {
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running = child;
    ended = new Promise((resolve) => {
      const end = (failure: string | null): void => {
        running = null;
        if (failure !== null && !isStopped)
          log({ level: 'error', event: 'download_failed', reason: failure });
        resolve();
        schedule(Math.max(afterMs, (newest?.milliseconds ?? 0) * REST_FACTOR));
      };
      // One that could not be started has no exit.
      child.once('error', ({ message }) => end(message));
      child.once('exit', (code) => end(code === 0 ? null : `the process ended with ${code}`));
    });
  };

  return {
    request: () => schedule(afterMs),
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      running?.kill('SIGTERM');
      await ended;
    },
  };
}
