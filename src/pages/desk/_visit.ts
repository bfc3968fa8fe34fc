import type { SignedIn } from '../../auth/auth.ts';
import { addresses } from '../../domain/addresses.ts';
import type { Refusal } from '../../domain/errors.ts';
import { readForm } from '../_read-form.ts';

/** Fields that never travel in a page. */
const secretFields: ReadonlySet<string> = new Set([
  'password',
  'presentPassword',
  'newPassword',
  'confirmPassword',
  'code',
]);

/** What a page of the desk was asked, and by whom. */
export type Visit =
  | { readonly kind: 'moved'; readonly to: string }
  /** A form came without a session: what was typed is kept, except passwords. */
  | { readonly kind: 'session_over'; readonly path: string; readonly kept: ReadonlyMap<string, string> }
  /** The password was typed too long ago for what the form asks; it is asked for again, the form comes along. */
  | {
      readonly kind: 'confirm';
      readonly session: SignedIn;
      readonly path: string;
      readonly kept: ReadonlyMap<string, string>;
      /** Why the password that was typed did not do; null when none was typed. */
      readonly refusal: Refusal | null;
    }
  | {
      readonly kind: 'asked';
      readonly session: SignedIn;
      /** Null when the page is only opened. */
      readonly posted: ReadonlyMap<string, string> | null;
    };

/**
 * The first steps of every page of accounts, people and organisations: who asks, with what form.
 * @param isSensitive true where a form changes what people may do: the password must have been typed lately
 */
export async function visitOf(
  astro: { readonly locals: App.Locals; readonly request: Request; readonly url: URL },
  isSensitive = false,
): Promise<Visit> {
  const { locals, request, url } = astro;
  const { auth, session, clientAddress } = locals;
  const path = url.pathname;
  const posted = request.method === 'POST' ? await readForm(request) : null;
  if (posted === null) {
    return session ? { kind: 'asked', session, posted } : { kind: 'moved', to: addresses.login(path) };
  }
  const kept = new Map([...posted].filter(([name]) => !secretFields.has(name)));
  if (!session) return { kind: 'session_over', path, kept };
  if (!isSensitive || auth.account.isConfirmed(session)) return { kind: 'asked', session, posted };
  const typed = posted.get('confirmPassword');
  if (typed === undefined) return { kind: 'confirm', session, path, kept, refusal: null };
  const confirmed = await auth.account.confirm(session, typed, clientAddress);
  if (confirmed.ok) return { kind: 'asked', session, posted };
  return { kind: 'confirm', session, path, kept, refusal: confirmed.refusal };
}

/** What a button asks for: `remove_role:editor:sao-test` is `remove_role` of those two. */
export function actionOf(posted: ReadonlyMap<string, string> | null): {
  readonly kind: string;
  readonly of: readonly string[];
} {
  const [kind = '', ...of] = (posted?.get('action') ?? '').split(':');
  return { kind, of };
}
