import Negotiator from 'negotiator';

export type Encoding = 'br' | 'gzip' | 'identity';

const MOST_REMEMBERED = 500;
const LONGEST_REMEMBERED = 200;
const remembered = new Map<string, Encoding>();

/**
 * The encoding to answer with, by RFC 9110 §12.5.3: brotli when the client accepts it, else gzip, else as it is.
 * Answers are remembered by header text, because a few texts make up nearly all traffic.
 */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const known = remembered.get(acceptEncoding);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const isBetterThanPlain = (encoding: Encoding) =>
    negotiator.encodings([encoding, 'identity'])[0] === encoding;
  const chosen = isBetterThanPlain('br') ? 'br' : isBetterThanPlain('gzip') ? 'gzip' : 'identity';
  if (acceptEncoding.length > LONGEST_REMEMBERED) return chosen;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(acceptEncoding, chosen);
  return chosen;
}
