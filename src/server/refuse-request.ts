import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, headerOf } from './answer.ts';
import { hasBody } from './read-body.ts';
import type { Header } from './security-headers.ts';

/** How much of an unwanted body is read and thrown away, so that its sender gets to read the answer. */
const MOST_DISCARDED_BYTES = 128 * 1024 * 1024;
const LONGEST_DISCARDING_MS = 10_000;

/**
 * Sends a short answer to a request that is not served.
 * A body that is still on its way is read and thrown away within bounds after the whole answer has been written, and
 * the connection is closed after that: closing at once would reset it, and the sender would never see why.
 */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  security: readonly Header[],
): void {
  const isUnread = hasBody(request) && !request.readableEnded;
  const isWaitingForLeave = request.headers.expect !== undefined;
  if (isUnread) response.shouldKeepAlive = false;
  response.writeHead(answer.status, flatHead(answer, security));
  if (request.method !== 'HEAD') response.write(answer.body);
  if (!isUnread || isWaitingForLeave) response.end();
  else discardThenEnd(request, response);
}

/** Header lines of a refusal as Node's flat list. */
export function flatHead(answer: Answer, security: readonly Header[]): string[] {
  const length: Header = ['Content-Length', String(answer.body.length)];
  return [...answer.headers, length, ...security].flat();
}

function discardThenEnd(request: IncomingMessage, response: ServerResponse): void {
  let discarded = 0;
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LONGEST_DISCARDING_MS);
  timer.unref();
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > MOST_DISCARDED_BYTES) end();
  });
  request.on('end', end).on('error', end).on('close', end);
  request.resume();
}

/** The raw bytes of a refusal, for a connection on which no request could be read at all. */
export function rawRefusal(answer: Answer, reason: string, security: readonly Header[]): Buffer {
  const lines = [...answer.headers, ...security].map(([name, value]) => `${name}: ${value}`);
  const head = [
    `HTTP/1.1 ${answer.status} ${reason}`,
    ...lines,
    `Content-Length: ${answer.body.length}`,
    `Date: ${new Date().toUTCString()}`,
    'Connection: close',
  ];
  const hasType = headerOf(answer, 'content-type') !== undefined;
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
    hasType ? answer.body : Buffer.alloc(0),
  ]);
}
