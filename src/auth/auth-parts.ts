import type { Register } from '../../db/connection.ts';
import type { Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type Passwords, TooManyHashes } from './passwords.ts';
import type { RateLimit } from './rate-limit.ts';

/** What sign-in, accounts and one-time links are made of. */
export type AuthParts = {
  readonly register: Register;
  readonly passwords: Passwords;
  readonly rateLimit: RateLimit;
  readonly now: () => Instant;
  /** Opens a session. @returns the Set-Cookie value */
  readonly openSession: (userId: number, browser: string | null) => Promise<string>;
};

/** Unix seconds of an instant. */
export const secondsOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

/** Verifies a password when there is room for it. Refused: `too_many_attempts` while too many others wait. */
export async function verifyPassword(
  passwords: Passwords,
  hash: string | null,
  password: string,
): Promise<Result<boolean>> {
  try {
    return accepted(await passwords.verify(hash, password));
  } catch (error) {
    if (error instanceof TooManyHashes) return refused({ code: 'too_many_attempts', retryAfterSeconds: 5 });
    throw error;
  }
}
