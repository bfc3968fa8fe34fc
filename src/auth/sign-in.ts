import { randomBytes } from 'node:crypto';
import { findUser, findUserForSignIn } from '../../db/accounts.ts';
import { findSecondFactor } from '../../db/second-factors.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type AuthParts, secondsOf, verifyPassword } from './auth-parts.ts';
import { browserName } from './browser-name.ts';
import { spendCode } from './spend-code.ts';

export type Credentials = {
  readonly username: string;
  readonly password: string;
  /** Where the request came from, which tries are counted by beside the account. */
  readonly clientAddress: string;
  /** Its User-Agent header, of which only the kind of browser is kept. */
  readonly userAgent?: string | null;
};

export type SignInStep =
  | { readonly kind: 'signed_in'; readonly cookie: string }
  /** The password was right; `ticket` goes with the code of the second factor. */
  | { readonly kind: 'code_needed'; readonly ticket: string };

export type SignIn = {
  /**
   * Opens a new session, whatever session the browser had, or asks for the second factor. Refused: `sign_in_failed`
   * (one answer for an unknown or disabled user and a wrong password), `too_many_attempts`.
   */
  signIn(credentials: Credentials): Promise<Result<SignInStep>>;
  /**
   * The second step: a code of the telephone, or a recovery code, which is spent by it.
   * Refused: `code_wrong`, `sign_in_over` (five minutes after the password), `too_many_attempts`.
   * @returns the Set-Cookie value, and how many recovery codes are left when one was spent
   */
  enterCode(entry: {
    readonly ticket: string;
    readonly code: string;
    readonly clientAddress: string;
    readonly userAgent?: string | null;
  }): Promise<Result<{ readonly cookie: string; readonly recoveryLeft: number | null }>>;
};

const ticketSeconds = 300;
const ticketsMaximum = 10_000;

/** Sign-in in one or two steps. Tickets live in memory: after a restart the password is typed again. */
export function createSignIn({ register, passwords, rateLimit, now, openSession }: AuthParts): SignIn {
  const tickets = new Map<string, { readonly userId: number; readonly until: number }>();

  function newTicket(userId: number): string {
    const at = secondsOf(now());
    for (const [ticket, { until }] of tickets) if (until <= at) tickets.delete(ticket);
    const oldest = tickets.keys().next();
    if (tickets.size >= ticketsMaximum && !oldest.done) tickets.delete(oldest.value);
    const ticket = randomBytes(25).toString('hex');
    tickets.set(ticket, { userId, until: at + ticketSeconds });
    return ticket;
  }

  return {
    async signIn({ username, password, clientAddress, userAgent = null }) {
      const attempt = { username, clientAddress };
      const admitted = await rateLimit.admit(attempt);
      if (!admitted.ok) return admitted;
      const user = await findUserForSignIn(register.read, username.trim());
      const verified = await verifyPassword(passwords, user?.passwordHash ?? null, password);
      if (!verified.ok) return verified;
      if (!verified.value || !user || user.isDisabled) return refused({ code: 'sign_in_failed' });
      await rateLimit.succeeded(attempt);
      if (await findSecondFactor(register.read, user.id)) {
        return accepted({ kind: 'code_needed', ticket: newTicket(user.id) });
      }
      const cookie = await openSession(user.id, browserName(userAgent));
      return accepted({ kind: 'signed_in', cookie });
    },

    async enterCode({ ticket, code, clientAddress, userAgent = null }) {
      const { userId, until } = tickets.get(ticket) ?? { userId: 0, until: 0 };
      if (until <= secondsOf(now())) return refused({ code: 'sign_in_over' });
      const attempt = { username: `code of ${userId}`, clientAddress };
      const admitted = await rateLimit.admit(attempt);
      if (!admitted.ok) return admitted;
      const user = await findUser(register.read, userId);
      if (!user || user.isDisabled) return refused({ code: 'sign_in_over' });
      const spent = await register.write((transaction) => spendCode(transaction, user, code, now()));
      if (!spent.ok) return spent;
      tickets.delete(ticket);
      await rateLimit.succeeded(attempt);
      const cookie = await openSession(userId, browserName(userAgent));
      return accepted({ cookie, recoveryLeft: spent.value.recoveryLeft });
    },
  };
}
