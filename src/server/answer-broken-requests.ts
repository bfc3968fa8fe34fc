import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { LONGEST_ADDRESS } from './check-address.ts';
import { refusalAnswer } from './refusal-answer.ts';
import type { RefusalStatus } from './refusals.ts';
import { rawRefusal } from './refuse-request.ts';
import type { Header } from './security-headers.ts';

/** How long a refused connection may stay half open so that the client reads the answer. */
const LINGER_MS = 1_000;

type ParserError = Error & { readonly code?: string; readonly rawPacket?: Buffer };

/**
 * Answers what Node's HTTP parser could not read as a request (bad syntax, smuggling attempts, unknown methods,
 * oversized heads, slow senders) with the same Thai page and headers as every other refusal.
 */
export function answerBrokenRequests(server: Server, security: readonly Header[]): void {
  const answered = new WeakSet<Duplex>();
  const lastResponses = new WeakMap<Duplex, ServerResponse>();

  const refuse = (socket: Duplex, status: RefusalStatus): void => {
    if (answered.has(socket)) return;
    answered.add(socket);
    const last = lastResponses.get(socket);
    const isAnswering = last?.headersSent === true && !last.writableFinished;
    if (!socket.writable || isAnswering) {
      socket.destroy();
      return;
    }
    socket.end(rawRefusal(refusalAnswer(status, 'html'), STATUS_CODES[status] ?? 'Refused', security));
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };

  server.on('request', (request, response) => {
    lastResponses.set(request.socket, response);
  });
  server.on('clientError', (error: ParserError, socket) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuse(socket, statusOf(error));
  });
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    refuse(socket, 405);
  });
}

function statusOf(error: ParserError): RefusalStatus {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return isInAddress(error.rawPacket) ? 414 : 431;
    case 'HPE_INVALID_METHOD':
      return /^[a-z-]+ /i.test(error.rawPacket?.toString('latin1', 0, 32) ?? '') ? 405 : 400;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
}

/** The head overflowed before its first line ended: it was the address that was too long. */
function isInAddress(packet: Buffer | undefined): boolean {
  return (
    packet !== undefined &&
    packet.length > LONGEST_ADDRESS &&
    !packet.subarray(0, LONGEST_ADDRESS).includes('\r\n')
  );
}
