import { connect } from 'node:net';

/** What came back on the wire, cut at the end of the head; `text` holds everything that was received. */
export type RawAnswer = {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly text: string;
  readonly bytes: Buffer;
};

/** How long a test waits for a server that keeps its connection open. */
const PATIENCE_MS = 4_000;

/**
 * Writes exactly these bytes to the server and collects the answer until the server closes the connection, or until
 * one whole answer with a Content-Length has arrived. `chunks` after the first are written one by one, waiting for the
 * socket each time, so that a refusal may arrive in the middle of sending.
 */
export function rawRequest(port: number, ...chunks: readonly (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = Buffer.alloc(0);
    const finish = (): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve(parse(received));
    };
    const patience = setTimeout(finish, PATIENCE_MS);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      if (isWhole(received)) finish();
    });
    socket.on('end', finish);
    socket.on('error', (error) => {
      clearTimeout(patience);
      if (received.length > 0) resolve(parse(received));
      else reject(error);
    });
    socket.on('connect', async () => {
      for (const chunk of chunks) {
        if (socket.destroyed) return;
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
        if (!socket.write(bytes)) await new Promise((drained) => socket.once('drain', () => drained(null)));
      }
    });
  });
}

/** A GET with the usual Host and nothing else; `extra` are further header lines. */
export function getLines(port: number, address: string, ...extra: readonly string[]): string {
  return `${[`GET ${address} HTTP/1.1`, `Host: localhost:${port}`, ...extra].join('\r\n')}\r\n\r\n`;
}

function parse(received: Buffer): RawAnswer {
  const text = received.toString('utf8');
  const cut = text.indexOf('\r\n\r\n');
  const head = cut === -1 ? text : text.slice(0, cut);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: cut === -1 ? '' : text.slice(cut + 4), text, bytes: received };
}

function isWhole(received: Buffer): boolean {
  const cut = received.indexOf('\r\n\r\n');
  if (cut === -1) return false;
  const head = received.subarray(0, cut).toString('latin1');
  if (/^HTTP\/1\.1 100/.test(head)) return false;
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return length !== undefined && received.length >= cut + 4 + Number(length);
}
