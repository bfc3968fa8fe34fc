/** The longest request address that is answered, in bytes. */
export const LONGEST_ADDRESS = 8 * 1024;

/** A request address that passed: `path` is still percent-encoded, `query` has no question mark. */
export type CheckedAddress =
  | { readonly kind: 'ok'; readonly path: string; readonly query: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 414 };

const refused = (status: 400 | 404 | 414): CheckedAddress => ({ kind: 'refused', status });

/**
 * Judges the raw request target before anything decodes it.
 * 414: longer than 8 KB. 400: not a path, `//` at the start, a backslash, control characters (NUL among them), broken
 * percent-encoding, bytes that are not UTF-8, or raw bytes (which Node's own parser refuses before us). 404: dot
 * segments in any spelling, or a path encoded twice: nothing of ours is there.
 */
export function checkAddress(address: string): CheckedAddress {
  if (address.length > LONGEST_ADDRESS) return refused(414);
  if (!isPrintableAscii(address) || !address.startsWith('/') || address.startsWith('//')) return refused(400);
  if (address.includes('#')) return refused(400);
  const mark = address.indexOf('?');
  const path = mark === -1 ? address : address.slice(0, mark);
  const query = mark === -1 ? '' : address.slice(mark + 1);
  const plainPath = decode(path);
  const plainQuery = decode(query);
  if (plainPath === null || plainQuery === null) return refused(400);
  if (hasControl(plainPath) || plainQuery.includes('\0') || plainPath.includes('\\')) return refused(400);
  if (/%[0-9a-f]{2}/i.test(plainPath)) return refused(404);
  if (plainPath.split('/').some((segment) => segment === '.' || segment === '..')) return refused(404);
  return { kind: 'ok', path, query };
}

function isPrintableAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x21 || code > 0x7e) return false;
  }
  return true;
}

function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
