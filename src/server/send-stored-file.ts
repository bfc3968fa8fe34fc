import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentDisposition } from '../files/content-disposition.ts';
import { type Header, securityHeaders } from './security-headers.ts';

/** A file of the store to be sent. */
export type StoredFile = {
  readonly path: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly isPublic: boolean;
};

/** What a browser may show by itself; anything else is taken away. */
const shown: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** A day: bytes under a hash never change, but a file may be taken back with its edition, and then keepers must let go. */
const PUBLIC_AGE = 'public, max-age=86400, immutable';

/**
 * Sends a file as a stream, whole or the one range that was asked for (RFC 9110 §14); several ranges get the whole.
 * Nothing in it may run: browsers guess no type, pictures are sandboxed, and what browsers do not show is saved.
 */
export async function sendStoredFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StoredFile,
  isSecure: boolean,
): Promise<void> {
  const handle = await open(file.path, 'r');
  const { size } = await handle.stat();
  await handle.close();
  const etag = `"${file.sha256.slice(0, 32)}"`;
  const headers = headersOf(file, isSecure, etag);
  if (isHeld(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers.flat()).end();
    return;
  }
  const condition = request.headers['if-range'];
  const asked =
    condition === undefined || condition === etag ? rangeOf(request.headers.range, size) : 'whole';
  if (asked === 'unsatisfiable') {
    response
      .writeHead(416, [...headers.flat(), 'Content-Range', `bytes */${size}`, 'Content-Length', '0'])
      .end();
    return;
  }
  const part = asked === 'whole' ? { start: 0, end: size - 1 } : asked;
  const length: Header = ['Content-Length', String(part.end - part.start + 1)];
  const range: Header[] =
    asked === 'whole' ? [] : [['Content-Range', `bytes ${part.start}-${part.end}/${size}`]];
  response.writeHead(asked === 'whole' ? 200 : 206, [...headers, length, ...range].flat());
  if (request.method === 'HEAD' || size === 0) response.end();
  else await pipeline(createReadStream(file.path, part), response);
}

function headersOf(file: StoredFile, isSecure: boolean, etag: string): readonly Header[] {
  const isShown = shown.has(file.mediaType);
  const replaced = new Set(['Content-Security-Policy']);
  const security = securityHeaders(file.isPublic ? 'data' : 'personal', isSecure);
  return [
    ['Content-Type', file.mediaType],
    ['Content-Disposition', contentDisposition(isShown ? 'inline' : 'attachment', file.name)],
    ['Cache-Control', file.isPublic ? PUBLIC_AGE : 'no-store'],
    ['Accept-Ranges', 'bytes'],
    ['ETag', etag],
    ['Content-Security-Policy', policyOf(file.mediaType)],
    ...security.filter(([name]) => !replaced.has(name)),
  ];
}

/**
 * A PDF is read by the browser's own reader, a page that the browser makes around it. A sandbox or rules for what may be
 * loaded fall on that page and leave it empty or in part in Chrome and Safari, so a PDF has neither: its type is fixed, its
 * scripts were refused when it was attached, and the reader stands outside our origin. Everything else gets all of it.
 */
const policyOf = (type: string): string =>
  type === 'application/pdf'
    ? "frame-ancestors 'none'"
    : "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));

type Range = { readonly start: number; readonly end: number };

function rangeOf(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole';
  return start >= size || (first === '' && Number(last) === 0) ? 'unsatisfiable' : { start, end };
}
