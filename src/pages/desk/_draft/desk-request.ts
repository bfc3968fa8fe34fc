import type { SignedIn } from '../../../auth/auth.ts';
import { addresses } from '../../../domain/addresses.ts';
import { readForm } from '../../_read-form.ts';
import { withoutSecrets } from '../_confirm.ts';
import type { DraftRequest } from './draft-view.ts';
import { workNamed } from './work-named.ts';

/** What a page about one work at the desk was asked. */
export type DeskRequest =
  | { readonly kind: 'moved'; readonly to: string }
  /** A form came without a session: its text is kept, to be sent again after signing in. */
  | { readonly kind: 'session_over'; readonly path: string; readonly posted: ReadonlyMap<string, string> }
  /** No work can have that name. */
  | { readonly kind: 'not_found'; readonly session: SignedIn }
  | {
      readonly kind: 'asked';
      readonly session: SignedIn;
      readonly request: DraftRequest;
      readonly query: URLSearchParams;
      /** The fields of a form that was sent; null when the page is only opened. */
      readonly posted: ReadonlyMap<string, string> | null;
    };

/** The same first steps of every page about a work at the desk: who asks, for which work, and with what. */
export async function deskRequest(astro: {
  readonly locals: App.Locals;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly request: Request;
  readonly url: URL;
}): Promise<DeskRequest> {
  const { locals, params, request, url } = astro;
  const { register, now, searchIndex, session } = locals;
  const posted = request.method === 'POST' ? await readForm(request) : null;
  if (!session) {
    if (posted === null) return { kind: 'moved', to: addresses.login(url.pathname) };
    return { kind: 'session_over', path: url.pathname, posted: withoutSecrets(posted) };
  }
  const name = workNamed(params);
  if (name === null) return { kind: 'not_found', session };
  const asked = { register, now, searchIndex, actor: session.actor, name };
  return { kind: 'asked', session, request: asked, query: url.searchParams, posted };
}
