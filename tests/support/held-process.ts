import { readFileSync } from 'node:fs';

// Loaded into a server that is measured, before its own modules: `node --import …/held-process.ts`. Says on the channel
// to the parent, whenever asked, how long its event loop was held at most since it was asked last.

/** How long nothing else could run. */
export type Held = {
  /** By the clock. */
  readonly clockMs: number;
  /** Without the time in which the process was ready and another one had the processor; null where that is not told. */
  readonly ownMs: number | null;
};

const EVERY_MS = 5;
let longest: Held = { clockMs: 0, ownMs: null };
let last = { at: performance.now(), waited: waitedMs() };

function look(): void {
  const now = { at: performance.now(), waited: waitedMs() };
  const clockMs = Math.max(0, now.at - last.at - EVERY_MS);
  const ownMs =
    now.waited === null || last.waited === null ? null : Math.max(0, clockMs - (now.waited - last.waited));
  longest = {
    clockMs: Math.max(longest.clockMs, clockMs),
    ownMs: ownMs === null ? null : Math.max(longest.ownMs ?? 0, ownMs),
  };
  last = now;
  setTimeout(look, EVERY_MS).unref();
}

/** How long the main thread has waited for a processor (proc_pid_schedstat: nanoseconds); null where the system is silent. */
function waitedMs(): number | null {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return null;
  }
}

// Processes that the measured one starts inherit no channel and are not measured.
if (process.send !== undefined) {
  look();
  process.on('message', (message) => {
    if (message !== 'held') return;
    process.send?.(longest);
    longest = { clockMs: 0, ownMs: null };
  });
  process.channel?.unref();
}
