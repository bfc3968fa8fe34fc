import { findUser, findUserForSignIn, updatePasswordHash } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import {
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  insertSecondFactor,
} from '../../db/second-factors.ts';
import {
  deleteOtherSessions,
  deleteSession,
  findSession,
  listSessions,
  noteConfirmed,
} from '../../db/sessions.ts';
import type { Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { SignedIn } from './auth.ts';
import { type AuthParts, secondsOf, verifyPassword } from './auth-parts.ts';
import { judgedPassword } from './judged-password.ts';
import { absoluteLifetimeSeconds } from './lucia-adapter.ts';
import { spendCode } from './spend-code.ts';
import {
  hashOfRecoveryCode,
  isSecret,
  newRecoveryCode,
  newSecret,
  recoveryCodeCount,
  secretUri,
  stepOfCode,
} from './totp.ts';

/** A session as its owner sees it; instants. `key` is the SHA-256 under which it is kept. */
export type OwnSession = {
  readonly key: string;
  readonly isThisOne: boolean;
  readonly browser: string | null;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  /** When it ends however busy it is. */
  readonly endsAt: Instant;
};

export type AccountPage = {
  readonly sessions: readonly OwnSession[];
  /** Null: off. */
  readonly secondFactor: { readonly since: Instant; readonly recoveryLeft: number } | null;
};

/** What people do with their own accounts. Each needs the open session it is done from. */
export type Account = {
  read(session: SignedIn): Promise<AccountPage>;
  /** True when the password was typed so lately that it need not be typed again for a sensitive act. */
  isConfirmed(session: SignedIn): boolean;
  /** The password again. Refused: `password_wrong`, `too_many_attempts`. */
  confirm(session: SignedIn, password: string, clientAddress: string): Promise<Result<null>>;
  /**
   * Sets a new password and ends the other sessions. Refused: `password_wrong` (the present one), `too_many_attempts`,
   * `password_too_short`, `password_too_long`, `password_too_common`.
   */
  changePassword(
    session: SignedIn,
    passwords: { readonly present: string; readonly next: string },
    clientAddress: string,
  ): Promise<Result<null>>;
  /** A secret for the telephone, not kept before a code of it is shown. Refused: `second_factor_on`. */
  offerSecondFactor(session: SignedIn): Promise<Result<{ readonly secret: string; readonly uri: string }>>;
  /**
   * Turns the second factor on when the code fits the secret. Refused: `code_wrong`, `second_factor_on`.
   * @returns recovery codes, to be shown this once
   */
  turnOnSecondFactor(
    session: SignedIn,
    secret: string,
    code: string,
  ): Promise<Result<{ readonly recoveryCodes: readonly string[] }>>;
  /** Needs the password and a code. Refused: `password_wrong`, `code_wrong`, `too_many_attempts`. */
  turnOffSecondFactor(
    session: SignedIn,
    proof: { readonly password: string; readonly code: string },
    clientAddress: string,
  ): Promise<Result<null>>;
  /** Ends one of one's own sessions; another's, or one that is over, is left alone. */
  endSession(session: SignedIn, key: string): Promise<void>;
  endOtherSessions(session: SignedIn): Promise<void>;
};

const confirmedForSeconds = 15 * 60;
const instantOf = (seconds: number): Instant => new Date(seconds * 1000).toISOString();

/** What people do with their own accounts. */
export function createAccount(parts: AuthParts): Account {
  const { register, passwords, rateLimit, now } = parts;

  async function checkPassword(session: SignedIn, password: string, clientAddress: string) {
    const attempt = { username: `password of ${session.userId}`, clientAddress };
    const admitted = await rateLimit.admit(attempt);
    if (!admitted.ok) return admitted;
    const user = await findUserForSignIn(register.read, session.username);
    const verified = await verifyPassword(passwords, user?.passwordHash ?? null, password);
    if (!verified.ok) return verified;
    if (!verified.value) return refused({ code: 'password_wrong' } as const);
    await rateLimit.succeeded(attempt);
    return accepted(null);
  }

  const audited = (session: SignedIn, action: string) => ({
    userId: session.userId,
    action,
    subject: session.username,
    details: {},
  });

  return {
    async read(session) {
      const stored = await listSessions(register.read, session.userId);
      const at = secondsOf(now());
      const factor = await findSecondFactor(register.read, session.userId);
      return {
        sessions: stored
          .filter(({ expiresAt }) => expiresAt > at)
          .map(({ idHash, browser, createdAt, lastSeenAt }) => ({
            key: idHash,
            isThisOne: idHash === session.sessionKey,
            browser,
            openedAt: instantOf(createdAt),
            lastSeenAt: instantOf(lastSeenAt),
            endsAt: instantOf(createdAt + absoluteLifetimeSeconds),
          })),
        secondFactor: factor && {
          since: factor.since,
          recoveryLeft: await countRecoveryCodes(register.read, session.userId),
        },
      };
    },

    isConfirmed: (session) => secondsOf(now()) - session.confirmedAt < confirmedForSeconds,

    async confirm(session, password, clientAddress) {
      const checked = await checkPassword(session, password, clientAddress);
      if (!checked.ok) return checked;
      await register.write((transaction) => noteConfirmed(transaction, session.sessionKey, secondsOf(now())));
      return accepted(null);
    },

    async changePassword(session, { present, next }, clientAddress) {
      const checked = await checkPassword(session, present, clientAddress);
      if (!checked.ok) return checked;
      const user = await findUser(register.read, session.userId);
      const words = user ? [user.username, user.displayName, ...organisationsOf(user)] : [];
      const judged = await judgedPassword(passwords, next, words);
      if (!judged.ok) return judged;
      return register.write(async (transaction) => {
        await updatePasswordHash(transaction, session.userId, judged.value);
        await deleteOtherSessions(transaction, session.userId, session.sessionKey);
        await noteConfirmed(transaction, session.sessionKey, secondsOf(now()));
        await writeAudit(transaction, audited(session, 'password.changed'), now());
        return accepted(null);
      });
    },

    async offerSecondFactor(session) {
      if (await findSecondFactor(register.read, session.userId)) return refused({ code: 'second_factor_on' });
      const secret = newSecret();
      return accepted({ secret, uri: secretUri(secret, session.username) });
    },

    async turnOnSecondFactor(session, secret, code) {
      const step = isSecret(secret) ? await stepOfCode(secret, code, null, secondsOf(now())) : null;
      if (step === null) return refused({ code: 'code_wrong' });
      const recoveryCodes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
      return register.write(async (transaction) => {
        const { userId } = session;
        if (await findSecondFactor(transaction, userId)) return refused({ code: 'second_factor_on' });
        const factor = { userId, secret, lastStep: step, since: now() };
        await insertSecondFactor(transaction, factor, recoveryCodes.map(hashOfRecoveryCode));
        await deleteOtherSessions(transaction, userId, session.sessionKey);
        await writeAudit(transaction, audited(session, 'second_factor.on'), now());
        return accepted({ recoveryCodes });
      });
    },

    async turnOffSecondFactor(session, { password, code }, clientAddress) {
      const checked = await checkPassword(session, password, clientAddress);
      if (!checked.ok) return checked;
      const attempt = { username: `code of ${session.userId}`, clientAddress };
      const admitted = await rateLimit.admit(attempt);
      if (!admitted.ok) return admitted;
      const done = await register.write(async (transaction) => {
        const spent = await spendCode(
          transaction,
          { id: session.userId, username: session.username },
          code,
          now(),
        );
        if (!spent.ok) return spent;
        await deleteSecondFactor(transaction, session.userId);
        await writeAudit(transaction, audited(session, 'second_factor.off'), now());
        return accepted(null);
      });
      if (done.ok) await rateLimit.succeeded(attempt);
      return done;
    },

    endSession: (session, key) =>
      register.write(async (transaction) => {
        const stored = await findSession(transaction, key);
        if (stored?.userId !== session.userId) return;
        await deleteSession(transaction, key);
        await writeAudit(transaction, audited(session, 'session.ended'), now());
      }),

    endOtherSessions: (session) =>
      register.write(async (transaction) => {
        await deleteOtherSessions(transaction, session.userId, session.sessionKey);
        await writeAudit(transaction, audited(session, 'session.others_ended'), now());
      }),
  };
}

const organisationsOf = (user: {
  readonly memberships: SignedIn['actor']['memberships'];
}): readonly string[] => user.memberships.flatMap(({ organisation }) => organisation ?? []);
