import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkAddress } from './check-address.ts';
import { checkHost } from './check-host.ts';
import { checkOrigin } from './check-origin.ts';
import type { FrontDoorParts, Limits } from './front-door-parts.ts';
import { loggedPath } from './logged-path.ts';
import { TooManyPages } from './make-page.ts';
import { declaresTooLarge, hasBody } from './read-body.ts';
import type { ReadyAnswer } from './ready-answer.ts';
import { receiveForm } from './receive-form.ts';
import { removeUploads } from './receive-upload.ts';
import { type RefusalDetails, refusalAnswer, refusalForm } from './refusal-answer.ts';
import type { RefusalStatus } from './refusals.ts';
import { refuseRequest } from './refuse-request.ts';
import { type RouteKind, routeKind } from './route-kind.ts';
import { securityHeaders } from './security-headers.ts';
import { sendAnswer } from './send-answer.ts';
import { type StoredFile, sendStoredFile } from './send-stored-file.ts';
import { createSources, type Sources } from './sources.ts';
import { reasonOf, type WriteLog } from './write-log.ts';

/** How Node announced the request: plainly, or asking first whether its body is wanted. */
export type Arrival = 'request' | 'checkContinue' | 'checkExpectation';

export type DoorParts = FrontDoorParts & { readonly limits: Limits; readonly log: WriteLog };

export type DoorListener = (request: IncomingMessage, response: ServerResponse, arrival: Arrival) => void;

/** What became of a request: something to send, a refusal, or nobody left to answer. */
type Outcome =
  | { readonly kind: 'answer'; readonly ready: ReadyAnswer }
  | { readonly kind: 'file'; readonly file: StoredFile }
  | { readonly kind: 'refusal'; readonly status: RefusalStatus; readonly details?: RefusalDetails }
  | { readonly kind: 'gone' };

const refusal = (status: RefusalStatus, details: RefusalDetails = {}): Outcome => ({
  kind: 'refusal',
  status,
  details,
});
const notFound = refusal(404);
function found(what: ReadyAnswer | StoredFile | null): Outcome {
  if (what === null) return notFound;
  return 'sha256' in what ? { kind: 'file', file: what } : { kind: 'answer', ready: what };
}

/**
 * Answers every request in this order: is it for us (Host), may it be asked (method), do we hold the page already, is
 * the address sound, may the sender change things, and only then the file, the page or the refusal.
 */
export function createRequestListener(parts: DoorParts): DoorListener {
  const sources = createSources(parts);
  const security = securityHeaders('page', parts.settings.isSecure);
  const dataSecurity = securityHeaders('data', parts.settings.isSecure);

  const send = (request: IncomingMessage, response: ServerResponse, outcome: Outcome): void => {
    if (outcome.kind === 'answer') sendAnswer(request, response, outcome.ready);
    if (outcome.kind === 'file') {
      sendStoredFile(request, response, outcome.file, parts.settings.isSecure).catch((error: unknown) =>
        isGone(error) ? response.destroy() : fail(request, response, error),
      );
    }
    if (outcome.kind !== 'refusal') return;
    const form = refusalForm(request.headers.accept, request.url ?? '');
    const heads = form === 'problem' ? dataSecurity : security;
    refuseRequest(request, response, refusalAnswer(outcome.status, form, outcome.details), heads);
  };

  const fail = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
    if (error instanceof TooManyPages) {
      send(request, response, refusal(503));
      return;
    }
    const requestId = randomUUID();
    const facts = { method: request.method ?? '', path: loggedPath(request.url ?? '') };
    parts.log({ level: 'error', event: 'request_failed', requestId, ...facts, reason: reasonOf(error) });
    if (response.headersSent) response.destroy();
    else send(request, response, refusal(500, { requestId }));
  };

  return (request, response, arrival) => {
    const host = checkHost(request.rawHeaders, parts.settings.allowedHosts);
    if (host === null) return send(request, response, refusal(421));
    if (arrival === 'checkExpectation') return send(request, response, refusal(417));
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && request.method !== 'POST') {
      const kind = routeKind((request.url ?? '').split('?')[0] ?? '');
      return send(request, response, refusal(405, readOnlyKinds.has(kind) ? { allow: 'GET, HEAD' } : {}));
    }
    if (isReading && !declaresTooLarge(request, parts.limits.bodyBytes)) {
      const kept = sources.keptPage(request.url ?? '');
      if (kept !== undefined) return sendAnswer(request, response, kept);
    }
    const visitor: Visitor = { request, response, arrival, host };
    (isReading ? read(visitor, parts, sources) : change(visitor, parts, sources)).then(
      (outcome) => send(request, response, outcome),
      (error: unknown) => fail(request, response, error),
    );
  };
}

type Visitor = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly arrival: Arrival;
  readonly host: string;
};

async function read(
  { request, response, host }: Visitor,
  parts: DoorParts,
  sources: Sources,
): Promise<Outcome> {
  // A body that nobody reads may take for ever to arrive; the connection ends with the answer.
  if (hasBody(request)) response.shouldKeepAlive = false;
  if (declaresTooLarge(request, parts.limits.bodyBytes)) return refusal(413);
  const address = checkAddress(request.url ?? '');
  if (address.kind === 'refused') return refusal(address.status);
  const { path, query } = address;
  const kind = routeKind(path);
  switch (kind) {
    case 'health':
      return found(await sources.health());
    case 'built':
      return found(await sources.builtFile(path));
    case 'bundle':
      return found(await sources.bundleFile(path));
    case 'file':
      return found(await sources.publicFile(path));
    case 'download':
      return found(await sources.download(path));
    case 'closed':
      return notFound;
    case 'personal':
      return found(await sources.personalPage({ request, host, path, query, form: null }));
    case 'data':
    case 'public':
      return found((await sources.builtFile(path)) ?? (await sources.publicPage(path, query)));
    default:
      return kind satisfies never;
  }
}

const readOnlyKinds: ReadonlySet<RouteKind> = new Set([
  'health',
  'built',
  'bundle',
  'file',
  'download',
  'data',
]);

async function change(visitor: Visitor, parts: DoorParts, sources: Sources): Promise<Outcome> {
  const { request, response, arrival, host } = visitor;
  const address = checkAddress(request.url ?? '');
  if (address.kind === 'refused') return refusal(address.status);
  const kind = routeKind(address.path);
  if (kind === 'closed') return notFound;
  if (readOnlyKinds.has(kind)) return refusal(405, { allow: 'GET, HEAD' });
  const { origin, 'sec-fetch-site': fetchSite } = request.headers;
  const ownOrigin = new URL(`${parts.settings.isSecure ? 'https' : 'http'}://${host}`).origin;
  if (!checkOrigin({ origin, fetchSite: textOf(fetchSite), ownOrigin })) return refusal(403);
  const received = await receiveForm(request, parts, address.path, () => {
    if (arrival === 'checkContinue') response.writeContinue();
  });
  if (received.kind === 'refused') return refusal(received.status);
  if (received.kind === 'gone') return received;
  const { form } = received;
  try {
    const { path, query } = address;
    return found(await sources.personalPage({ request, host, path, query, form }));
  } finally {
    await removeUploads(form.uploads);
  }
}

/** The reader went away while a file was being sent: nothing is wrong. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
