import type { SignedIn } from '../../auth/auth.ts';
import { addresses } from '../../domain/addresses.ts';
import { readForm } from '../_read-form.ts';
import { type Confirmation, confirmationFor, withoutSecrets } from './_confirm.ts';

/** What a page of the desk was asked, and by whom. */
export type Visit =
  | { readonly kind: 'moved'; readonly to: string }
  /** A form came without a session: what was typed is kept, except passwords. */
  | { readonly kind: 'session_over'; readonly path: string; readonly kept: ReadonlyMap<string, string> }
  | ({ readonly kind: 'confirm'; readonly session: SignedIn } & Confirmation)
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
  const { session } = locals;
  const path = url.pathname;
  const posted = request.method === 'POST' ? await readForm(request) : null;
  if (posted === null) {
    return session ? { kind: 'asked', session, posted } : { kind: 'moved', to: addresses.login(path) };
  }
  if (!session) return { kind: 'session_over', path, kept: withoutSecrets(posted) };
  const confirmation = isSensitive ? await confirmationFor(locals, session, path, posted) : null;
  return confirmation ? { kind: 'confirm', session, ...confirmation } : { kind: 'asked', session, posted };
}

/** What a button asks for: `remove_role:editor:sao-test` is `remove_role` of those two. */
export function actionOf(posted: ReadonlyMap<string, string> | null): {
  readonly kind: string;
  readonly of: readonly string[];
} {
  const [kind = '', ...of] = (posted?.get('action') ?? '').split(':');
  return { kind, of };
}
