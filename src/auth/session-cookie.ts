/**
 * Name of the session cookie. Behind https the `__Host-` prefix makes browsers refuse one that a
 * neighbouring host or a plain http page has planted.
 */
export const sessionCookieName = (isSecure: boolean): string => (isSecure ? '__Host-session' : 'session');

/** Ids are 25 random bytes in base 32; anything else cannot be ours and never reaches the database. */
const sessionId = /^[a-z2-7]{40}$/;

/** The session id in a Cookie header; null when there is none or it is not shaped like one. */
export function readSessionId(cookieHeader: string | null, name: string): string | null {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value !== undefined && sessionId.test(value) ? value : null;
  }
  return null;
}
