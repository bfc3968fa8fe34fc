import type { SignedIn } from '../../auth/auth.ts';
import type { Refusal } from '../../domain/errors.ts';

/** Fields that never travel in a page. */
const secretFields: ReadonlySet<string> = new Set([
  'password',
  'presentPassword',
  'newPassword',
  'confirmPassword',
  'code',
]);

/** What of a form may come back in a page. */
export const withoutSecrets = (posted: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...posted].filter(([name]) => !secretFields.has(name)));

/** The password was typed too long ago for what a form asks; it is asked for again, and the form comes along. */
export type Confirmation = {
  readonly path: string;
  readonly kept: ReadonlyMap<string, string>;
  /** Why the password that was typed did not do; null when none was typed. */
  readonly refusal: Refusal | null;
};

/**
 * What stands before a form that needs a password typed lately.
 * @returns null when nothing does: the password was typed lately, or just now with the form
 */
export async function confirmationFor(
  { auth, clientAddress }: Pick<App.Locals, 'auth' | 'clientAddress'>,
  session: SignedIn,
  path: string,
  posted: ReadonlyMap<string, string>,
): Promise<Confirmation | null> {
  if (auth.account.isConfirmed(session)) return null;
  const typed = posted.get('confirmPassword');
  const kept = withoutSecrets(posted);
  if (typed === undefined) return { path, kept, refusal: null };
  const confirmed = await auth.account.confirm(session, typed, clientAddress);
  return confirmed.ok ? null : { path, kept, refusal: confirmed.refusal };
}
