import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const autocannon = fileURLToPath(new URL('../../node_modules/autocannon/autocannon.js', import.meta.url));
const MOST_OUTPUT_BYTES = 16 * 1024 * 1024;

/** What one stretch of load showed: requests a second, milliseconds. */
export type Drive = {
  readonly perSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
};

const outputSchema = z.object({
  requests: z.object({ average: z.number(), total: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
  timeouts: z.number(),
});

/** Loads one address from a process of its own with autocannon; brotli is asked for, as browsers do. */
export async function drive(address: string, connections: number, seconds: number): Promise<Drive> {
  const args = [
    '--json',
    '--no-progress',
    '-c',
    String(connections),
    '-d',
    String(seconds),
    '-H',
    'accept-encoding=br',
  ];
  const run = promisify(execFile)(process.execPath, [autocannon, ...args, address], {
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  const output = outputSchema.parse(JSON.parse((await run).stdout));
  return {
    perSecond: output.requests.average,
    requests: output.requests.total,
    p50: output.latency.p50,
    p99: output.latency.p99,
    failures: output.non2xx + output.errors + output.timeouts,
  };
}
