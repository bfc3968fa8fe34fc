import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Held } from './held-process.ts';

/** A server in a process of its own. */
export type ChildServer = {
  readonly pid: number;
  readonly origin: string;
  /** CPU time used so far, in milliseconds, all threads; null where the system does not tell (not Linux). */
  cpuMs(): number | null;
  /** How long its event loop was held at most since this was asked last. Rejects unless it was started with `watchesHeld`. */
  held(): Promise<Held>;
  /** SIGTERM, then waits for the exit code. */
  stop(): Promise<number | null>;
};

export type ChildServerOptions = {
  readonly file: string;
  readonly args?: readonly string[];
  /** Flags for Node itself. */
  readonly nodeFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Measures how long the event loop is held. */
  readonly watchesHeld?: boolean;
  /** One that is free unless told: the same again for a server that comes back. */
  readonly port?: number;
  /** How long to wait for the first answer. */
  readonly patienceMs?: number;
};

const heldProcess = new URL('./held-process.ts', import.meta.url).href;
const CLOCK_TICK_MS = 10;
const BETWEEN_TRIES_MS = 20;
const ONE_TRY_MS = 5_000;

/** A TCP port of this machine that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs a file under this Node with PORT set, and resolves when `/healthz` answers. */
export async function startChildServer(options: ChildServerOptions): Promise<ChildServer> {
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const { watchesHeld = false, nodeFlags = [], args = [] } = options;
  const watching = watchesHeld ? ['--import', heldProcess] : [];
  const child = spawn(process.execPath, [...nodeFlags, ...watching, options.file, ...args], {
    env: { ...process.env, ...options.environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: watchesHeld ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await untilAnswering(child, `http://localhost:${port}/healthz`, options.patienceMs ?? 20_000);
  return {
    pid: child.pid ?? 0,
    origin,
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    held: async () => {
      if (!child.connected) throw new Error('The server was not started with watchesHeld.');
      child.send('held');
      const [held] = (await once(child, 'message')) as [Held];
      return held;
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

async function untilAnswering(child: ChildProcess, address: string, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  let last = 'nothing';
  while (performance.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with code ${child.exitCode} instead of answering.`);
    last = await fetch(address, { signal: AbortSignal.timeout(ONE_TRY_MS) }).then(
      ({ status }) => `status ${status}`,
      (error: unknown) => codeOf(error),
    );
    if (last === 'status 200') return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
  }
  const used = cpuMsOf(child.pid ?? 0);
  child.kill('SIGKILL');
  throw new Error(
    `The server did not answer ${address} within ${patienceMs} ms: it used ${used ?? '?'} ms of a processor, the last answer was ${last}.`,
  );
}

/** Why a request failed, as the system calls it. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

/** User and system time of a process by proc_pid_stat(5): fields 14 and 15, after the name in brackets. */
function cpuMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
  } catch {
    return null;
  }
}
