import { hash, verify } from '@node-rs/argon2';
import { accepted, type Result, refused } from '../domain/result.ts';

/** Shortest and longest password, in characters as a person counts them (code points). */
export const passwordMinimum = 12;
export const passwordMaximum = 256;

/** OWASP's minimum for argon2id, in KiB, passes and lanes; argon2id is the package's default kind. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each running hash holds 19 MiB; the waiting ones hold almost nothing, up to this many. */
const atOnce = 2;
const waitingMaximum = 100;

/** Of a random password nobody kept, at the same cost: what is verified for a user who does not exist. */
export const decoyHash =
  '$argon2id$v=19$m=19456,t=2,p=1$D3TYhMokeSVxMhcTUCZGkg$x50K5aidtEoSLL0o18F2XsEwGSB6N2dWgt0hFQOgUYw';

export type Passwords = {
  /** The PHC string to keep. Refused: `password_too_short`, `password_too_long`. */
  hash(password: string): Promise<Result<string>>;
  /**
   * True when the password fits the hash. Null stands for a user who does not exist: as much work,
   * never true.
   * @throws TooManyHashes when too many are waiting already
   */
  verify(storedHash: string | null, password: string): Promise<boolean>;
};

/** Thrown when so many passwords wait to be checked that one more would only wait in vain. */
export class TooManyHashes extends Error {
  override readonly name = 'TooManyHashes';
}

/**
 * Passwords as argon2id hashes. Compatibility forms count as equal (NFKC), so that a Thai or
 * full-width password typed on another keyboard is the same password. At most two hashes run at a time;
 * the rest wait their turn.
 */
export function createPasswords(): Passwords {
  const inTurn = createTurns(atOnce, waitingMaximum);
  return {
    async hash(password) {
      const length = [...password].length;
      if (length < passwordMinimum) return refused({ code: 'password_too_short', minimum: passwordMinimum });
      if (length > passwordMaximum) return refused({ code: 'password_too_long', maximum: passwordMaximum });
      return accepted(await inTurn(() => hash(normalised(password), cost)));
    },
    async verify(storedHash, password) {
      // A longer text can be nobody's password; a short piece of it costs the same and is never right.
      const isPossible = [...password].length <= passwordMaximum;
      const text = normalised(isPossible ? password : password.slice(0, passwordMaximum));
      const fits = await inTurn(() => verify(storedHash ?? decoyHash, text));
      return fits && isPossible && storedHash !== null;
    },
  };
}

const normalised = (password: string): string => password.normalize('NFKC');

/** Runs at most `running` works at a time, the others in the order of their coming. */
function createTurns(running: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= running) {
      if (queue.length >= waiting) throw new TooManyHashes('too many passwords wait to be checked');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      busy += 1;
    }
    try {
      return await work();
    } finally {
      // The place passes straight to the next in line, so that nobody can slip in between.
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
