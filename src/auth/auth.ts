import { Lucia, TimeSpan } from 'lucia';
import { findUserForSignIn, type StoredUser } from '../../db/accounts.ts';
import type { Register } from '../../db/connection.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { createLuciaAdapter } from './lucia-adapter.ts';
import { createPasswords, type Passwords, TooManyHashes } from './passwords.ts';
import { createRateLimit } from './rate-limit.ts';
import { readSessionId, sessionCookieName } from './session-cookie.ts';

/** A person with an open session, with the roles held at this very request. */
export type SignedIn = {
  readonly actor: Actor;
  readonly userId: number;
  readonly username: string;
  readonly displayName: string;
};

export type Credentials = {
  readonly username: string;
  readonly password: string;
  /** Address of the socket, which tries are counted by beside the account. */
  readonly clientAddress: string;
};

/** Who a request is from; `cookie`, when there is one, belongs into the answer's Set-Cookie. */
export type Reading = { readonly signedIn: SignedIn | null; readonly cookie: string | null };

export type Auth = {
  /**
   * Opens a new session, whatever session the browser had. Refused: `sign_in_failed` (one answer for
   * an unknown or disabled user and a wrong password), `too_many_attempts`.
   * @returns the Set-Cookie value
   */
  signIn(credentials: Credentials): Promise<Result<{ readonly cookie: string }>>;
  /** Reads a Cookie header; the cookie is renewed in the second half of its life and blanked when dead. */
  read(cookieHeader: string | null): Promise<Reading>;
  /** Ends the session of a Cookie header, if there is one. @returns the blank Set-Cookie value */
  signOut(cookieHeader: string | null): Promise<string>;
  /** Stops the hourly removal of expired sessions. */
  close(): void;
};

/** A session unused for so long is over; see `absoluteLifetimeSeconds` for the other end. */
const idleLimit = new TimeSpan(12, 'h');

const purgeEveryMilliseconds = 3_600_000;

/**
 * Sign-in and sessions.
 * @param options.isSecure true when the public origin is https: the cookie is then `Secure` and `__Host-`
 * @param options.now the clock of the sessions
 */
export function createAuth(options: {
  readonly register: Register;
  readonly isSecure: boolean;
  readonly now: () => Instant;
  readonly passwords?: Passwords;
}): Auth {
  const { register, isSecure, now, passwords = createPasswords() } = options;
  const cookieName = sessionCookieName(isSecure);
  const nowSeconds = () => Math.floor(Date.parse(now()) / 1000);
  const lucia = new Lucia(createLuciaAdapter(register, nowSeconds), {
    sessionExpiresIn: idleLimit,
    sessionCookie: { name: cookieName, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getUserAttributes: ({ user }) => ({ user }),
  });
  const rateLimit = createRateLimit();
  const blankCookie = () => lucia.createBlankSessionCookie().serialize();
  // Nothing is lost when one purge fails: an expired session opens nothing, and the next hour tries again.
  const purge = () => lucia.deleteExpiredSessions().catch(() => undefined);
  const timer = setInterval(purge, purgeEveryMilliseconds).unref();

  return {
    async signIn({ username, password, clientAddress }) {
      const attempt = { username, clientAddress };
      const admitted = await rateLimit.admit(attempt);
      if (!admitted.ok) return admitted;
      const user = await findUserForSignIn(register.read, username.trim());
      const verified = await verifyUnlessCrowded(passwords, user?.passwordHash ?? null, password);
      if (verified === 'crowded') return refused({ code: 'too_many_attempts', retryAfterSeconds: 5 });
      if (!verified || !user || user.isDisabled) return refused({ code: 'sign_in_failed' });
      await rateLimit.succeeded(attempt);
      const session = await lucia.createSession(user.id, {});
      return accepted({ cookie: lucia.createSessionCookie(session.id).serialize() });
    },

    async read(cookieHeader) {
      const id = readSessionId(cookieHeader, cookieName);
      if (id === null) return { signedIn: null, cookie: null };
      const { session, user } = await lucia.validateSession(id);
      if (!session) return { signedIn: null, cookie: blankCookie() };
      const cookie = session.fresh ? lucia.createSessionCookie(session.id).serialize() : null;
      return { signedIn: signedInAs(user.user), cookie };
    },

    async signOut(cookieHeader) {
      const id = readSessionId(cookieHeader, cookieName);
      if (id !== null) await lucia.invalidateSession(id);
      return blankCookie();
    },

    close: () => clearInterval(timer),
  };
}

async function verifyUnlessCrowded(
  passwords: Passwords,
  hash: string | null,
  password: string,
): Promise<boolean | 'crowded'> {
  try {
    return await passwords.verify(hash, password);
  } catch (error) {
    if (error instanceof TooManyHashes) return 'crowded';
    throw error;
  }
}

const signedInAs = ({ id, username, displayName, memberships }: StoredUser): SignedIn => ({
  actor: { userId: id, memberships },
  userId: id,
  username,
  displayName,
});
