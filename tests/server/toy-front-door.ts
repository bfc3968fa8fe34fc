import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/env.ts';
import type { PageHandler } from '../../src/server/ask-astro.ts';
import { type FrontDoor, startFrontDoor } from '../../src/server/front-door.ts';
import type { FrontDoorParts, Visit } from '../../src/server/front-door-parts.ts';
import type { LogLine } from '../../src/server/write-log.ts';

/** A front door around a toy site, with everything a test may want to turn or look at. */
export type ToyFrontDoor = {
  readonly door: FrontDoor;
  readonly port: number;
  readonly origin: string;
  readonly clientDir: string;
  readonly searchDir: string;
  readonly log: LogLine[];
  readonly visits: Visit[];
  revision: number;
  closings: number;
};

export type ToyOptions = Partial<Pick<FrontDoorParts, 'astroHandler' | 'health' | 'limits'>> & {
  readonly environment?: Readonly<Record<string, string>>;
};

/** A page that says what it was asked, so that a test can see what reached it. */
export const tellingHandler: PageHandler = (request, response, _next, locals) => {
  response.setHeader('content-type', 'text/html');
  const body: unknown = Reflect.get(request, 'body');
  const seen = {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: body instanceof Uint8Array ? body.length : null,
    locals,
  };
  response.end(`<!doctype html><html lang="th"><p>หน้าทดสอบ</p><pre>${JSON.stringify(seen)}</pre>`);
};

/** Starts a front door on a free port with empty folders. Close it with `toy.door.close()`. */
export async function startToy(options: ToyOptions = {}): Promise<ToyFrontDoor> {
  const port = await freePort();
  const root = mkdtempSync(join(tmpdir(), 'tammanoon-door-'));
  const toy = { revision: 1, closings: 0, log: [] as LogLine[], visits: [] as Visit[] };
  const settings = settingsFrom({ PORT: String(port), DATA_DIR: root, ...options.environment });
  const folders = {
    clientDir: mkdtempSync(join(root, 'client-')),
    searchDir: mkdtempSync(join(root, 'search-')),
  };
  const door = await startFrontDoor({
    settings,
    register: { revision: () => toy.revision },
    health: options.health ?? (async () => ({ searchGeneration: 7, editions: 33 })),
    locals: (visit) => {
      toy.visits.push(visit);
      return { register: 'the register' };
    },
    astroHandler: options.astroHandler ?? tellingHandler,
    ...folders,
    onClose: () => {
      toy.closings += 1;
      rmSync(root, { recursive: true, force: true });
    },
    log: (line) => toy.log.push(line),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  return Object.assign(toy, { door, port, origin: `http://localhost:${port}`, ...folders });
}

/** Settings from an environment that must be right. */
export function settingsFrom(environment: Readonly<Record<string, string>>): Settings {
  const reading = readSettings(environment);
  if (!reading.ok) throw new Error(reading.refusal.sentence);
  return reading.value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
