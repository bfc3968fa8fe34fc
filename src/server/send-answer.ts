import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseEncoding } from './choose-encoding.ts';
import type { ReadyAnswer, Variant } from './ready-answer.ts';

/** Sends a ready answer in the encoding the client prefers; 304 when the client holds the same bytes already. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, ready: ReadyAnswer): void {
  const encoding = chooseEncoding(headerText(request.headers['accept-encoding']));
  const variant = ready.peek(encoding);
  if (variant !== undefined) {
    sendVariant(request, response, ready.status, variant);
    return;
  }
  ready.prepare(encoding).then(
    (made) => sendVariant(request, response, ready.status, made),
    (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
  );
}

function sendVariant(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  variant: Variant,
): void {
  const held = request.headers['if-none-match'];
  if (held !== undefined && variant.etag !== null && isHeld(held, variant.etag)) {
    response.writeHead(304, variant.headUnchanged);
    response.end();
    return;
  }
  response.writeHead(status, variant.head);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

/** Weak comparison of RFC 9110 §13.1.2. */
function isHeld(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

const headerText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(', ') : value;
