import {
  IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import { Socket } from 'node:net';
import type { Answer } from './answer.ts';
import type { Header } from './security-headers.ts';

/** The handler of the built site (adapter mode `middleware`), or anything shaped like it. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => unknown;

/** What a page may know of a request: nothing that is not listed here reaches it. */
export type PageRequest = {
  readonly method: string;
  /** Path and query, as checked and put in canonical form. */
  readonly address: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

/** The address whose page is the site's own "not found". */
const NOT_FOUND_ADDRESS = '/404';

/**
 * Has the site make one answer and waits until it is whole, so that a failure half-way can still become an honest
 * error page and nothing half-made is ever sent. The page gets a request of our making, never the client's own.
 * Rejects when the handler fails, or breaks off while writing.
 */
export function askAstro(handler: PageHandler, request: PageRequest, locals: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const incoming = incomingOf(request);
    const response = new CollectedResponse(incoming, resolve, reject);
    const next = (error?: unknown): void => {
      if (error !== undefined) reject(error);
      else if (request.address === NOT_FOUND_ADDRESS)
        reject(new Error('The site has no page for "not found".'));
      else
        askAstro(handler, notFoundOf(request), locals).then(
          (page) => resolve({ ...page, status: 404 }),
          reject,
        );
    };
    Promise.resolve()
      .then(() => handler(incoming, response, next, locals))
      .catch(reject);
  });
}

const notFoundOf = (request: PageRequest): PageRequest => ({
  method: 'GET',
  address: NOT_FOUND_ADDRESS,
  headers: request.headers,
  body: null,
});

/** The adapter reads a body that is already there from `body`. */
function incomingOf(request: PageRequest): IncomingMessage {
  const incoming = new IncomingMessage(new Socket());
  incoming.method = request.method;
  incoming.url = request.address;
  incoming.headers = { ...request.headers };
  incoming.push(null);
  return request.body === null ? incoming : Object.assign(incoming, { body: request.body });
}

/** A response that keeps what is written to it instead of sending it. */
class CollectedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: unknown) => void;
  #isHeadWritten = false;

  constructor(request: IncomingMessage, resolve: (answer: Answer) => void, reject: (error: unknown) => void) {
    super(request);
    this.#resolve = resolve;
    this.#reject = reject;
    Object.defineProperty(this, 'headersSent', { get: () => this.#isHeadWritten });
  }

  override writeHead(
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    lastHeaders?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    const headers = typeof reasonOrHeaders === 'object' ? reasonOrHeaders : lastHeaders;
    this.statusCode = status;
    for (const [name, value] of headerPairs(headers)) this.setHeader(name, value);
    this.#isHeadWritten = true;
    return this;
  }

  override write(chunk: unknown, encodingOrDone?: unknown, done?: unknown): boolean {
    this.#isHeadWritten = true;
    this.#keep(chunk, encodingOrDone);
    callIfFunction(encodingOrDone);
    callIfFunction(done);
    return true;
  }

  override end(chunk?: unknown, encodingOrDone?: unknown, done?: unknown): this {
    if (typeof chunk !== 'function') this.#keep(chunk, encodingOrDone);
    this.#isHeadWritten = true;
    this.#resolve({ status: this.statusCode, headers: this.#headers(), body: Buffer.concat(this.#chunks) });
    for (const callback of [chunk, encodingOrDone, done]) callIfFunction(callback);
    this.emit('finish');
    this.emit('close');
    return this;
  }

  override destroy(error?: Error): this {
    this.#reject(error ?? new Error('The page broke off while it was being written.'));
    return this;
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') {
      this.#chunks.push(Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8'));
    } else if (chunk instanceof Uint8Array) {
      this.#chunks.push(Buffer.from(chunk));
    }
  }

  #headers(): readonly Header[] {
    return Object.entries(this.getHeaders()).flatMap(([name, value]): Header[] => {
      if (Array.isArray(value)) return value.map((each): Header => [name, String(each)]);
      return value === undefined ? [] : [[name, String(value)]];
    });
  }
}

function headerPairs(
  headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined,
): readonly (readonly [string, OutgoingHttpHeader])[] {
  if (headers === undefined) return [];
  if (!Array.isArray(headers)) {
    return Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
  }
  return headers.flatMap((name, index) => {
    const value = headers[index + 1];
    return index % 2 === 0 && value !== undefined ? [[String(name), value] as const] : [];
  });
}

function callIfFunction(value: unknown): void {
  if (typeof value === 'function') value();
}
