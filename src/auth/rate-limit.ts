import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { accepted, type Result, refused } from '../domain/result.ts';
import { sourceOf } from './source-address.ts';

export type SignInAttempt = { readonly username: string; readonly clientAddress: string };

export type RateLimit = {
  /**
   * Asked before a password is looked at, and counted at once, so that tries at the same moment
   * cannot slip through together. Refused: `too_many_attempts`, alike for names that exist and names
   * that do not.
   */
  admit(attempt: SignInAttempt): Promise<Result<null>>;
  /** Forgets the account's failures and takes this one try off its source. */
  succeeded(attempt: SignInAttempt): Promise<void>;
};

/** After `free` tries within `periodSeconds`: one try, then a wait that doubles up to the longest. */
type Rule = {
  readonly free: number;
  readonly periodSeconds: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
};

const perAccount: Rule = {
  free: 5,
  periodSeconds: 3600,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
};
const perSource: Rule = { free: 30, periodSeconds: 3600, firstWaitSeconds: 10, longestWaitSeconds: 300 };

/**
 * Counts sign-in attempts by account and by source address, separately. There is no permanent lock:
 * a try made while one has to wait neither counts nor lengthens the wait.
 * The counts live in memory, because one process serves the register; they are lost at a restart,
 * which is why waits are short and passwords long.
 */
export function createRateLimit(): RateLimit {
  const accounts = createCounter('account', perAccount);
  const sources = createCounter('source', perSource);
  return {
    async admit({ username, clientAddress }) {
      const source = sourceOf(clientAddress);
      const sourceWait = source === null ? 0 : await sources.count(source);
      if (sourceWait > 0) return tooMany(sourceWait);
      const accountWait = await accounts.count(accountKey(username));
      return accountWait > 0 ? tooMany(accountWait) : accepted(null);
    },
    async succeeded({ username, clientAddress }) {
      const source = sourceOf(clientAddress);
      await accounts.forget(accountKey(username));
      if (source !== null) await sources.takeBack(source);
    },
  };
}

const tooMany = (milliseconds: number): Result<never> =>
  refused({ code: 'too_many_attempts', retryAfterSeconds: Math.ceil(milliseconds / 1000) });

/** User names are the same in any case; a key is short whatever was typed. */
const accountKey = (username: string): string => username.trim().toLowerCase().slice(0, 100);

function createCounter(keyPrefix: string, rule: Rule) {
  const { free, periodSeconds, firstWaitSeconds, longestWaitSeconds } = rule;
  const tries = new RateLimiterMemory({
    keyPrefix: `${keyPrefix}-tries`,
    points: free,
    duration: periodSeconds,
  });
  const gates = new RateLimiterMemory({
    keyPrefix: `${keyPrefix}-gate`,
    points: 1,
    duration: longestWaitSeconds,
  });
  return {
    /** Counts a try. @returns milliseconds to wait when it may not be made now, else 0 */
    async count(key: string): Promise<number> {
      const { consumedPoints } = await tries.penalty(key);
      if (consumedPoints <= free) return 0;
      const wait = Math.min(firstWaitSeconds * 2 ** (consumedPoints - free - 1), longestWaitSeconds);
      try {
        await gates.consume(key, 1, { customDuration: wait });
        return 0;
      } catch (closed) {
        if (!(closed instanceof RateLimiterRes)) throw closed;
        await tries.reward(key);
        return Math.max(1, closed.msBeforeNext);
      }
    },
    async forget(key: string): Promise<void> {
      await tries.delete(key);
      await gates.delete(key);
    },
    async takeBack(key: string): Promise<void> {
      await tries.reward(key);
    },
  };
}
