import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ChildServer, startChildServer } from '../support/child-server.ts';
import { type Drive, drive } from './drive.ts';

const fileBeside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const addressOfWork =
  /href="(\/(?:charters|agreements|plans|projects|cases)\/[a-z0-9-]+(?:\/editions\/\d+)?)"/;

const WARM_UP_SECONDS = 2;

/** One stretch of load with the CPU time the server took for each request, where the system tells it. */
type Round = Drive & { readonly cpuPerRequest: number | null };

/**
 * Serves one page of the built site and the same compressed bytes from a bare `node:http` server, turn about, from
 * separate processes; prints requests a second, p99, CPU for each request, and the ratios. The register is the one of
 * DATA_DIR. Exit code 1 when a request failed.
 */
export default async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      path: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '32' },
      toy: { type: 'boolean', default: false },
    },
  });
  const file = fileBeside(values.toy ? '../support/toy-server.ts' : '../../src/server/main.ts');
  const site = await startChildServer({ file });
  try {
    const path = values.path ?? (await firstWork(site.origin));
    const { bytes, headers } = await fetchRaw(site.origin + path);
    const bare = await startBare(bytes, headers);
    try {
      console.log(`${path}: ${bytes.length} bytes (${headers['content-encoding'] ?? 'not compressed'})`);
      const rounds = await takeTurns(site, bare, path, values);
      return report(rounds.site, rounds.bare);
    } finally {
      await bare.stop();
    }
  } finally {
    await site.stop();
  }
}

async function firstWork(origin: string): Promise<string> {
  const home = await (await fetch(origin)).text();
  const path = addressOfWork.exec(home)?.[1];
  if (path === undefined)
    throw new Error('The home page links to no work; give the page to load with --path.');
  return path;
}

type Fetched = { readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> };

/** The bytes as they travel, not decoded. */
function fetchRaw(address: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}.`));
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const kept = ['content-type', 'content-encoding'].flatMap((name) => {
          const value = answer.headers[name];
          return typeof value === 'string' ? [[name, value] as const] : [];
        });
        resolve({ bytes, headers: { ...Object.fromEntries(kept), 'content-length': String(bytes.length) } });
      });
    }).on('error', reject);
  });
}

function startBare(bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<ChildServer> {
  const file = join(tmpdir(), `tammanoon-bench-${process.pid}`);
  writeFileSync(file, bytes);
  return startChildServer({ file: fileBeside('./bare-server.ts'), args: [file, JSON.stringify(headers)] });
}

type Turns = { readonly site: readonly Round[]; readonly bare: readonly Round[] };

async function takeTurns(
  site: ChildServer,
  bare: ChildServer,
  path: string,
  values: { readonly rounds: string; readonly seconds: string; readonly connections: string },
): Promise<Turns> {
  const [rounds, seconds, connections] = [
    Number(values.rounds),
    Number(values.seconds),
    Number(values.connections),
  ];
  const load = async (server: ChildServer): Promise<Round> => {
    const before = server.cpuMs();
    const result = await drive(server.origin + path, connections, seconds);
    const after = server.cpuMs();
    const cpuPerRequest = before === null || after === null ? null : (after - before) / result.requests;
    return { ...result, cpuPerRequest };
  };
  for (const server of [site, bare]) await drive(server.origin + path, connections, WARM_UP_SECONDS);
  const turns = { site: [] as Round[], bare: [] as Round[] };
  for (let round = 1; round <= rounds; round += 1) {
    turns.site.push(await load(site));
    turns.bare.push(await load(bare));
    console.log(`round ${round} of ${rounds}: ${line(turns.site.at(-1))} | bare ${line(turns.bare.at(-1))}`);
  }
  return turns;
}

const line = (round: Round | undefined): string =>
  `${Math.round(round?.perSecond ?? 0)} req/s, p99 ${round?.p99} ms`;

function report(site: readonly Round[], bare: readonly Round[]): number {
  const row = (name: string, rounds: readonly Round[]): void => {
    const cpu = median(rounds.map((round) => round.cpuPerRequest ?? Number.NaN));
    const cpuText = Number.isNaN(cpu) ? 'not known here' : `${cpu.toFixed(3)} ms`;
    const perSecond = Math.round(median(rounds.map((round) => round.perSecond)));
    const p99 = median(rounds.map((round) => round.p99));
    console.log(`${name.padEnd(9)} ${perSecond} req/s, p99 ${p99} ms, CPU for each request ${cpuText}`);
  };
  row('register', site);
  row('bare http', bare);
  const ratios = site.map((round, index) => round.perSecond / (bare[index]?.perSecond ?? Number.NaN));
  const cpuRatios = site.map(
    (round, index) => (bare[index]?.cpuPerRequest ?? Number.NaN) / (round.cpuPerRequest ?? 0),
  );
  const failures = site.reduce((sum, round) => sum + round.failures, 0);
  console.log(
    `ratio     ${median(ratios).toFixed(2)} of the bare server (rounds: ${ratios.map((each) => each.toFixed(2)).join(' ')})`,
  );
  if (cpuRatios.every(Number.isFinite)) {
    console.log(`by CPU    ${median(cpuRatios).toFixed(2)} (less disturbed by other work on the machine)`);
  }
  console.log(`failures  ${failures}; load average ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`);
  return failures === 0 ? 0 : 1;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
