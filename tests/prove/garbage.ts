import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ChildServer, startChildServer } from '../support/child-server.ts';
import { garbageRequests } from './garbage-requests.ts';

const BATCH = 500;
const AT_ONCE = 8;
const PATIENCE_MS = 3_000;
const MOST_GROWTH_MB = 20;

export type GarbageOptions = {
  readonly size: number;
  readonly seed: number;
  /** The control: the same site without the front door before it. */
  readonly isGuarded: boolean;
  readonly onProgress?: (done: number) => void;
};

export type GarbageReport = {
  /** How often each status was answered; `0` is a connection closed without an answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** The first request that was answered with a 5xx, if any. */
  readonly firstFailure: string | null;
  readonly hasSurvived: boolean;
  /** Growth of the memory in use after the first batch; null for the control, and when the server is gone. */
  readonly growthMb: number | null;
};

/** Sends malformed requests to a site that trusts its input, and counts what comes back. */
export async function sendGarbage(options: GarbageOptions): Promise<GarbageReport> {
  const file = fileURLToPath(new URL('./trusting-site.ts', import.meta.url));
  const args = options.isGuarded ? [] : ['unguarded'];
  const server = await startChildServer({ file, args, nodeFlags: ['--expose-gc'] });
  const port = Number(new URL(server.origin).port);
  const statuses = new Map<number, number>();
  let firstFailure: string | null = null;
  let warmMb: number | null = null;
  for (let done = 0; done < options.size; done += BATCH) {
    const requests = garbageRequests(Math.min(BATCH, options.size - done), options.seed + done);
    const answers = await sendAll(port, requests);
    for (const [index, status] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) firstFailure ??= requests[index] ?? null;
    }
    if (options.isGuarded) warmMb ??= await liveMb(server);
    options.onProgress?.(Math.min(options.size, done + BATCH));
  }
  const hasSurvived = await fetch(server.origin).then(
    (answer) => answer.ok,
    () => false,
  );
  const growthMb = warmMb === null || !hasSurvived ? null : (await liveMb(server)) - warmMb;
  await server.stop();
  return { statuses, firstFailure, hasSurvived, growthMb };
}

async function sendAll(port: number, requests: readonly string[]): Promise<readonly number[]> {
  const statuses: number[] = [];
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      statuses[index] = await send(port, requests[index] ?? '');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}

/** Sends the bytes, closes the sending side, and resolves to the worst status that came back. */
function send(port: number, text: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = '';
    const finish = (): void => {
      clearTimeout(patience);
      socket.destroy();
      const found = [...received.matchAll(/^HTTP\/1\.1 ([2-5]\d\d) /gm)].map((match) => Number(match[1]));
      resolve(Math.max(0, ...found));
    };
    const patience = setTimeout(finish, PATIENCE_MS);
    socket.setEncoding('latin1');
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('close', finish).on('error', () => undefined);
    socket.end(Buffer.from(text.replaceAll('PORT', String(port)), 'latin1'));
  });
}

async function liveMb(server: ChildServer): Promise<number> {
  const health: unknown = await (await fetch(`${server.origin}/healthz`)).json();
  const hasBytes = typeof health === 'object' && health !== null && 'liveBytes' in health;
  return hasBytes ? Number(health.liveBytes) / 1024 / 1024 : 0;
}

/** `npm run prove -- garbage [--size N] [--seed N] [--unguarded]`. Exit code 0 when the promise held. */
export default async function proveGarbage(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      unguarded: { type: 'boolean', default: false },
    },
  });
  const size = Number(values.size);
  const report = await sendGarbage({
    size,
    seed: Number(values.seed),
    isGuarded: !values.unguarded,
    onProgress: (done) => done % 5_000 === 0 && console.log(`${done} of ${size} sent`),
  });
  const counts = [...report.statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`);
  console.log(`answers ${counts.join(', ')} (0 = closed without an answer)`);
  console.log(`memory  grew by ${report.growthMb?.toFixed(1) ?? '-'} MB after the first ${BATCH}`);
  if (report.firstFailure !== null) console.log(`first 5xx for ${JSON.stringify(report.firstFailure)}`);
  const isKept =
    report.hasSurvived && report.firstFailure === null && (report.growthMb ?? 0) < MOST_GROWTH_MB;
  console.log(isKept ? 'The promise held.' : 'The promise did not hold.');
  return isKept ? 0 : 1;
}
