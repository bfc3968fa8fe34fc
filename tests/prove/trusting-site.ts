/**
 * A site that trusts its input: it decodes addresses and parses bodies without care, and throws when they are broken.
 * Behind the front door it must never come to that; `unguarded` takes the door away.
 */

import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/env.ts';
import { startFrontDoor } from '../../src/server/front-door.ts';

/** Memory in use once garbage is collected: unlike the resident size it does not depend on when Node last tidied up. */
function liveBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function page(request: IncomingMessage): string {
  const address = new URL(`http://${request.headers.host}${request.url}`);
  const path = decodeURIComponent(address.pathname);
  if (path.includes('\0') || path.includes('..')) throw new Error('a path that a file system chokes on');
  const words = decodeURIComponent(address.search.replaceAll('+', ' '));
  return `<!doctype html><html lang="th"><p>${path.length + words.length}</p></html>`;
}

const reading = readSettings(process.env);
if (!reading.ok) throw new Error(reading.refusal.sentence);
const settings = reading.value;

if (process.argv[2] === 'unguarded') {
  const server = createServer((request, response) => {
    try {
      response.end(page(request));
    } catch {
      response.statusCode = 500;
      response.end();
    }
  });
  server.listen(settings.port, settings.host);
  process.once('SIGTERM', () => server.close().closeAllConnections());
} else {
  const emptyDir = mkdtempSync(join(tmpdir(), 'tammanoon-trusting-'));
  const door = await startFrontDoor({
    settings,
    register: { revision: () => 1 },
    health: async () => ({ liveBytes: liveBytes() }),
    locals: () => ({}),
    astroHandler: (request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(page(request));
    },
    clientDir: emptyDir,
    searchDir: emptyDir,
    onClose: () => undefined,
  });
  process.once('SIGTERM', () => door.close());
}
