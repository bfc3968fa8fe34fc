import { type Result, refused } from '../domain/result.ts';
import { isGuessable } from './guessable.ts';
import type { Passwords } from './passwords.ts';

/**
 * The hash to keep of a password somebody chooses.
 * @param ownWords the words of the person: user name, name, organisations
 * Refused: `password_too_short`, `password_too_long`, `password_too_common`.
 */
export async function judgedPassword(
  passwords: Passwords,
  password: string,
  ownWords: readonly string[],
): Promise<Result<string>> {
  const hashed = await passwords.hash(password);
  if (!hashed.ok) return hashed;
  return (await isGuessable(password, ownWords)) ? refused({ code: 'password_too_common' }) : hashed;
}
