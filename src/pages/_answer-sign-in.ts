import type { Refusal } from '../domain/errors.ts';
import { ownDeskPath } from './_own-path.ts';
import { typedText } from './_read-form.ts';
import { statusOf } from './_status-of.ts';

/** What the sign-in page shows next. */
export type SignInView =
  | { readonly kind: 'signed_in'; readonly to: string; readonly cookie: string }
  | {
      readonly kind: 'password';
      readonly username: string;
      readonly refusal: Refusal | null;
      readonly status: number;
      readonly next: string;
    }
  /** The second step: the code of the second factor. */
  | {
      readonly kind: 'code';
      readonly ticket: string;
      readonly refusal: Refusal | null;
      readonly status: number;
      readonly next: string;
    };

/** Takes one step of signing in: the password, or the code that a ticket waits for. */
export async function answerSignIn(
  { auth, clientAddress }: Pick<App.Locals, 'auth' | 'clientAddress'>,
  request: Request,
  form: ReadonlyMap<string, string>,
): Promise<SignInView> {
  const next = ownDeskPath(form.get('next') ?? null);
  const userAgent = request.headers.get('user-agent');
  const ticket = form.get('ticket');
  if (ticket !== undefined) {
    const entered = await auth.enterCode({ ticket, code: form.get('code') ?? '', clientAddress, userAgent });
    if (entered.ok) return { kind: 'signed_in', to: next, cookie: entered.value.cookie };
    const { refusal } = entered;
    const status = statusOf(refusal);
    if (refusal.code === 'sign_in_over') return { kind: 'password', username: '', refusal, status, next };
    return { kind: 'code', ticket, refusal, status, next };
  }
  const username = typedText(form, 'username').slice(0, 200);
  const password = form.get('password') ?? '';
  const signedIn = await auth.signIn({ username, password, clientAddress, userAgent });
  if (!signedIn.ok) {
    const { refusal } = signedIn;
    return { kind: 'password', username, refusal, status: statusOf(refusal), next };
  }
  const step = signedIn.value;
  if (step.kind === 'code_needed')
    return { kind: 'code', ticket: step.ticket, refusal: null, status: 200, next };
  return { kind: 'signed_in', to: next, cookie: step.cookie };
}
