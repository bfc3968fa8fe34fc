import { Lucia, TimeSpan } from 'lucia';
import type { StoredUser } from '../../db/accounts.ts';
import type { Register } from '../../db/connection.ts';
import { noteSeen } from '../../db/sessions.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import { type Account, createAccount } from './account.ts';
import { type AuthParts, secondsOf } from './auth-parts.ts';
import { createLinks, type Links } from './links.ts';
import { createLuciaAdapter, hashOfSessionId } from './lucia-adapter.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createRateLimit } from './rate-limit.ts';
import { readSessionId, sessionCookieName } from './session-cookie.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** A person with an open session, with the roles held at this very request. */
export type SignedIn = {
  readonly actor: Actor;
  readonly userId: number;
  readonly username: string;
  readonly displayName: string;
  /** The SHA-256 under which the session is kept; opens nothing. */
  readonly sessionKey: string;
  /** When the password was typed last in it, Unix seconds. */
  readonly confirmedAt: number;
};

/** Who a request is from; `cookie`, when there is one, belongs into the answer's Set-Cookie. */
export type Reading = { readonly signedIn: SignedIn | null; readonly cookie: string | null };

export type Auth = SignIn & {
  /** What people do with their own accounts. */
  readonly account: Account;
  /** What one-time links open. */
  readonly links: Links;
  /** Reads a Cookie header; the cookie is renewed in the second half of its life and blanked when dead. */
  read(cookieHeader: string | null): Promise<Reading>;
  /** Ends the session of a Cookie header, if there is one. @returns the blank Set-Cookie value */
  signOut(cookieHeader: string | null): Promise<string>;
  /** Stops the hourly removal of expired sessions. */
  close(): void;
};

/** A session unused for so long is over; see `absoluteLifetimeSeconds` for the other end. */
const idleLimit = new TimeSpan(12, 'h');

/** How exactly it is known when a session was used last. */
const seenEverySeconds = 300;

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
  const nowSeconds = () => secondsOf(now());
  const lucia = new Lucia(createLuciaAdapter(register, nowSeconds), {
    sessionExpiresIn: idleLimit,
    sessionCookie: { name: cookieName, attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getUserAttributes: ({ user }) => ({ user }),
    getSessionAttributes: (attributes) => attributes,
  });
  const blankCookie = () => lucia.createBlankSessionCookie().serialize();
  // Nothing is lost when one purge fails: an expired session opens nothing, and the next hour tries again.
  const purge = () => lucia.deleteExpiredSessions().catch(() => undefined);
  const timer = setInterval(purge, purgeEveryMilliseconds).unref();

  const parts: AuthParts = {
    register,
    passwords,
    rateLimit: createRateLimit(),
    now,
    openSession: async (userId, browser) => {
      const at = nowSeconds();
      const session = await lucia.createSession(userId, { browser, lastSeenAt: at, confirmedAt: at });
      return lucia.createSessionCookie(session.id).serialize();
    },
  };

  return {
    ...createSignIn(parts),
    account: createAccount(parts),
    links: createLinks(parts),

    async read(cookieHeader) {
      const id = readSessionId(cookieHeader, cookieName);
      if (id === null) return { signedIn: null, cookie: null };
      const { session, user } = await lucia.validateSession(id);
      if (!session) return { signedIn: null, cookie: blankCookie() };
      const cookie = session.fresh ? lucia.createSessionCookie(session.id).serialize() : null;
      const at = nowSeconds();
      if (at - session.lastSeenAt >= seenEverySeconds) {
        await register.write((transaction) => noteSeen(transaction, hashOfSessionId(id), at));
      }
      return { signedIn: signedInAs(user.user, session), cookie };
    },

    async signOut(cookieHeader) {
      const id = readSessionId(cookieHeader, cookieName);
      if (id !== null) await lucia.invalidateSession(id);
      return blankCookie();
    },

    close: () => clearInterval(timer),
  };
}

const signedInAs = (
  { id, username, displayName, memberships }: StoredUser,
  session: { readonly id: string; readonly confirmedAt: number },
): SignedIn => ({
  actor: { userId: id, memberships },
  userId: id,
  username,
  displayName,
  sessionKey: hashOfSessionId(session.id),
  confirmedAt: session.confirmedAt,
});
