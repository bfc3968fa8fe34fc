/** Where a link leads: into this page, to this site, to another site, or to a mail or phone programme. */
export type UrlKind = 'fragment' | 'own' | 'external' | 'contact';

/**
 * The kind of a URL that content may link to, or null for any other: only http, https, mailto, tel, `#…` and
 * paths of this site (`/…`, never `//…`) pass. `url` is percent-encoded already, so that a space, a control
 * character or a backslash in it is a reason to refuse it.
 */
export function urlKindOf(url: string): UrlKind | null {
  if (UNENCODED.test(url)) return null;
  if (url.startsWith('#')) return 'fragment';
  if (/^\/(?!\/)/.test(url)) return 'own';
  if (/^https?:\/\/[^/?#]/i.test(url)) return 'external';
  return /^(?:mailto|tel):[^/]/i.test(url) ? 'contact' : null;
}

const UNENCODED = /[\s\\<>"'`\p{Cc}\p{Cf}]/u;
