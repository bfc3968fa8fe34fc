import { createServer, type Server } from 'node:http';
import type { Settings } from '../env.ts';
import { answerBrokenRequests } from './answer-broken-requests.ts';
import { createCloseServer } from './close-server.ts';
import type { FrontDoorParts, Limits } from './front-door-parts.ts';
import { createRequestListener } from './handle-request.ts';
import { securityHeaders } from './security-headers.ts';
import { writeLog } from './write-log.ts';

export type FrontDoor = {
  readonly server: Server;
  /** Stops accepting, finishes what is under way, then calls `onClose`. A second call waits for the first. */
  close(): Promise<void>;
};

const usualLimits: Limits = {
  bodyBytes: 2 * 1024 * 1024,
  uploadBytes: 64 * 1024 * 1024,
  uploadsAtOnce: 8,
  uploadTimeoutMs: 600_000,
  cacheBytes: 96 * 1024 * 1024,
  pagesAtOnce: 256,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveMs: 65_000,
  graceMs: 5_000,
};

/** The largest request head Node reads; an address over 8 KB in it is answered 414, anything larger 431. */
const LARGEST_HEAD = 16 * 1024;

/** Starts listening and resolves once it does. Rejects when the port cannot be had. */
export async function startFrontDoor(parts: FrontDoorParts): Promise<FrontDoor> {
  const limits: Limits = { ...usualLimits, ...parts.limits };
  const { settings } = parts;
  const server = createServer({
    insecureHTTPParser: false,
    requireHostHeader: false,
    maxHeaderSize: LARGEST_HEAD,
    headersTimeout: limits.headersTimeoutMs,
    // Of a whole request, so it must leave time for a form with a file; other bodies are timed where they are read.
    requestTimeout: Math.max(limits.requestTimeoutMs, parts.files ? limits.uploadTimeoutMs : 0),
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: 1_000,
  });
  const closeServer = createCloseServer(server);
  const listener = createRequestListener({ ...parts, limits, log: parts.log ?? writeLog });
  answerBrokenRequests(server, securityHeaders('page', settings.isSecure));
  for (const event of ['request', 'checkContinue', 'checkExpectation'] as const) {
    server.on(event, (request, response) => {
      response.shouldKeepAlive &&= server.listening;
      listener(request, response, event);
    });
  }
  await listen(server, settings);
  let closing: Promise<void> | undefined;
  const shut = async (): Promise<void> => {
    await closeServer(limits.graceMs);
    await parts.onClose();
  };
  return {
    server,
    close: () => {
      closing ??= shut();
      return closing;
    },
  };
}

function listen(server: Server, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
