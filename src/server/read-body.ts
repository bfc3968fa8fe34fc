import type { IncomingMessage } from 'node:http';

export type BodyReading =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'too_slow' }
  | { readonly kind: 'broken_off' };

/** Does the request say itself that its body is longer than `limit` bytes? Answered before a byte of it is read. */
export function declaresTooLarge(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit;
}

/** Does a body follow the head of this request? */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/**
 * Reads the whole body, and stops at the first byte over `limit` or when `milliseconds` are over: what follows is left
 * unread.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  milliseconds: number,
): Promise<BodyReading> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (reading: BodyReading): void => {
      clearTimeout(patience);
      request.off('data', onData).off('end', onEnd).off('close', onBreak).off('error', onBreak);
      request.on('error', () => undefined);
      resolve(reading);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        request.pause();
        finish({ kind: 'too_large' });
      }
    };
    const patience = setTimeout(() => {
      request.pause();
      finish({ kind: 'too_slow' });
    }, milliseconds);
    const onEnd = (): void => finish({ kind: 'body', bytes: Buffer.concat(chunks) });
    const onBreak = (): void => finish({ kind: 'broken_off' });
    request.on('data', onData).on('end', onEnd).on('close', onBreak).on('error', onBreak);
  });
}
