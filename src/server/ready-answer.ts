import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlibConstants } from 'node:zlib';
import { type Answer, headerOf, isText, withCharset } from './answer.ts';
import type { Encoding } from './choose-encoding.ts';
import type { Header } from './security-headers.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this many bytes compression saves nothing. */
const SMALLEST_COMPRESSED = 256;

/** One encoding of an answer, with its header lines as the flat list that `writeHead` takes fastest. */
export type Variant = {
  readonly body: Buffer;
  readonly etag: string | null;
  readonly head: string[];
  readonly headUnchanged: string[];
};

/** An answer that can be sent again and again; encodings are made when first asked for, and kept. */
export type ReadyAnswer = {
  readonly status: number;
  readonly size: number;
  /** The variant when it is already there: the hot path asks nothing else. */
  peek(encoding: Encoding): Variant | undefined;
  prepare(encoding: Encoding): Promise<Variant>;
};

export type ReadyOptions = {
  readonly securityHeaders: readonly Header[];
  /** Used when the answer brings no Cache-Control of its own. */
  readonly cacheControl: string;
  /** brotli quality 1-11: higher for bytes that are compressed once and kept for long. */
  readonly quality: number;
  /** Whether a strong ETag is worth its hash. */
  readonly hasEtag: boolean;
};

const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
]);

/** Makes an answer sendable: charset, security headers, ETag per encoding, Vary, lazily compressed bodies. */
export function readyAnswer(made: Answer, options: ReadyOptions): ReadyAnswer {
  const answer: Answer = { ...made, body: ownCopy(made.body) };
  const type = withCharset(headerOf(answer, 'content-type') ?? 'application/octet-stream');
  const isWorthIt = isText(type) || /^application\/wasm/.test(type);
  const isCompressible = isWorthIt && answer.body.length >= SMALLEST_COMPRESSED;
  const hash = options.hasEtag && answer.status === 200 ? hashOf(answer.body) : null;
  const common = commonHeaders(answer, type, isCompressible, options);
  const ready = new Map<Encoding, Variant>();
  const coming = new Map<Encoding, Promise<Variant>>();

  const make = async (encoding: Encoding): Promise<Variant> => {
    const body = ownCopy(await compress(answer.body, encoding, options.quality));
    const variant = variantOf(body, encoding, hash, common);
    ready.set(encoding, variant);
    coming.delete(encoding);
    return variant;
  };
  const usable = (encoding: Encoding): Encoding => (isCompressible ? encoding : 'identity');
  return {
    status: answer.status,
    size: answer.body.length,
    peek: (encoding) => ready.get(usable(encoding)),
    prepare: (encoding) => {
      const wanted = usable(encoding);
      const underWay = coming.get(wanted) ?? make(wanted);
      coming.set(wanted, underWay);
      return underWay;
    },
  };
}

/** Small buffers are slices of a shared slab many times their size; a kept one must not hold the whole slab. */
function ownCopy(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body;
  const copy = Buffer.allocUnsafeSlow(body.length);
  body.copy(copy);
  return copy;
}

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

function commonHeaders(
  answer: Answer,
  type: string,
  varies: boolean,
  options: ReadyOptions,
): readonly string[] {
  const lines: string[] = [];
  if (answer.body.length > 0) lines.push('Content-Type', type);
  const named = new Set(options.securityHeaders.map(([name]) => name.toLowerCase()));
  for (const [name, value] of answer.headers) {
    const lower = name.toLowerCase();
    if (!ownHeaders.has(lower) && !named.has(lower)) lines.push(name, value);
  }
  if (headerOf(answer, 'cache-control') === undefined) lines.push('Cache-Control', options.cacheControl);
  if (varies) lines.push('Vary', 'Accept-Encoding');
  for (const [name, value] of options.securityHeaders) lines.push(name, value);
  return lines;
}

function variantOf(
  body: Buffer,
  encoding: Encoding,
  hash: string | null,
  common: readonly string[],
): Variant {
  const etag = hash === null ? null : `"${hash}${encoding === 'identity' ? '' : `-${encoding}`}"`;
  const tag = etag === null ? [] : ['ETag', etag];
  const coding = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  return {
    body,
    etag,
    head: [...common, ...tag, ...coding, 'Content-Length', String(body.length)],
    headUnchanged: [...common, ...tag],
  };
}

async function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  switch (encoding) {
    case 'identity':
      return body;
    case 'gzip':
      return compressGzip(body, { level: Math.min(quality, 9) });
    case 'br':
      return compressBrotli(body, {
        params: {
          [zlibConstants.BROTLI_PARAM_QUALITY]: quality,
          [zlibConstants.BROTLI_PARAM_MODE]: zlibConstants.BROTLI_MODE_TEXT,
          [zlibConstants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    default:
      return encoding satisfies never;
  }
}
