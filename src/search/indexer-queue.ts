import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { lowerPriority } from './lower-priority.ts';
import type { IndexerReport } from './run-indexer.ts';

/** What the desk shows about the index. Instants are ISO texts. */
export type IndexerStatus = {
  readonly state: 'idle' | 'waiting' | 'running' | 'stopped';
  readonly lastSuccess: {
    readonly at: string;
    readonly generation: number;
    readonly revision: number;
    readonly milliseconds: number;
  } | null;
  /** The failure since the last success, or null. */
  readonly lastFailure: { readonly at: string; readonly message: string; readonly attempts: number } | null;
};

export type IndexerQueue = {
  /** Asks for an update soon. Never throws; many requests become one run, and one during a run becomes one more. */
  readonly requestIndex: () => void;
  readonly status: () => IndexerStatus;
  /** Ends the running process and takes no more requests. Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
};

export type IndexerQueueOptions = {
  /** The indexer's entry file and its arguments, run with this Node. */
  readonly command: readonly [string, ...string[]];
  readonly environment?: NodeJS.ProcessEnv;
  /** Requests within this time become one run. */
  readonly debounceMilliseconds?: number;
  /** Waits before attempt 2, 3, …; the last one repeats. */
  readonly retryMilliseconds?: readonly number[];
  readonly onReport?: (report: IndexerReport) => void;
};

type QueueState = {
  lastSuccess: IndexerStatus['lastSuccess'];
  lastFailure: IndexerStatus['lastFailure'];
  timer: NodeJS.Timeout | null;
  /** When the timer goes off, by `performance.now()`. */
  due: number;
  running: ChildProcess | null;
  isRequested: boolean;
  isStopped: boolean;
};

/** Runs the indexer beside the server, one process at a time, and keeps trying when it fails. */
export function createIndexerQueue(options: IndexerQueueOptions): IndexerQueue {
  const { debounceMilliseconds = 50, retryMilliseconds = [1_000, 5_000, 30_000, 300_000] } = options;
  const state: QueueState = {
    lastSuccess: null,
    lastFailure: null,
    timer: null,
    due: 0,
    running: null,
    isRequested: false,
    isStopped: false,
  };

  function schedule(milliseconds: number): void {
    if (state.isStopped || state.running !== null) return;
    const due = performance.now() + milliseconds;
    // Requests that keep coming do not put it off.
    if (state.timer !== null && state.due <= due) return;
    if (state.timer !== null) clearTimeout(state.timer);
    state.due = due;
    state.timer = setTimeout(run, milliseconds);
  }

  function run(): void {
    state.timer = null;
    state.isRequested = false;
    const { child, outcome } = startIndexer(options);
    state.running = child;
    outcome.then((report) => {
      state.running = null;
      if (!state.isStopped) settle(report);
    });
  }

  function settle(report: IndexerReport): void {
    const at = new Date().toISOString();
    if (report.kind === 'done') {
      const { generation, revision, milliseconds } = report;
      state.lastSuccess = { at, generation, revision, milliseconds };
      state.lastFailure = null;
      if (state.isRequested) schedule(debounceMilliseconds);
      return;
    }
    const attempts = (state.lastFailure?.attempts ?? 0) + 1;
    const message = report.kind === 'failed' ? report.message : 'the indexer ended without a result';
    state.lastFailure = { at, message, attempts };
    schedule(retryMilliseconds[Math.min(attempts, retryMilliseconds.length) - 1] ?? 300_000);
  }

  return {
    requestIndex() {
      state.isRequested = true;
      // A waiting retry is brought forward: what failed may be what the new publication repairs.
      schedule(debounceMilliseconds);
    },
    status: () => ({
      state: stateName(state),
      lastSuccess: state.lastSuccess,
      lastFailure: state.lastFailure,
    }),
    async stop() {
      state.isStopped = true;
      if (state.timer !== null) clearTimeout(state.timer);
      if (state.running !== null) await endProcess(state.running);
    },
  };
}

function stateName({ isStopped, running, timer }: QueueState): IndexerStatus['state'] {
  if (isStopped) return 'stopped';
  if (running !== null) return 'running';
  return timer === null ? 'idle' : 'waiting';
}

/** Starts one indexer process. The outcome always resolves: with its last report, or with why there is none. */
function startIndexer({ command, environment = process.env, onReport = () => {} }: IndexerQueueOptions): {
  readonly child: ChildProcess;
  readonly outcome: Promise<IndexerReport>;
} {
  const child = spawn(process.execPath, [...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  if (child.pid !== undefined) lowerPriority(child.pid);
  const outcome = new Promise<IndexerReport>((resolve) => {
    let last: IndexerReport | null = null;
    let complaint = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report = parseReport(line);
      if (report === null) return;
      if (report.kind !== 'progress') last = report;
      onReport(report);
    });
    child.stderr.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes.toString('utf8')).slice(-2_000);
    });
    child.on('error', (error) => resolve({ kind: 'failed', message: error.message }));
    child.on('close', (code, signal) => {
      const ended = `the indexer ended with ${signal ?? `code ${code}`}`;
      resolve(
        last ?? {
          kind: 'failed',
          message: complaint.trim() === '' ? ended : `${ended}: ${complaint.trim()}`,
        },
      );
    });
  });
  return { child, outcome };
}

function parseReport(line: string): IndexerReport | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'kind' in value ? (value as IndexerReport) : null;
  } catch {
    return null;
  }
}

async function endProcess(child: ChildProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await closed;
  clearTimeout(hard);
}
