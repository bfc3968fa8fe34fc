import type { SignedIn } from '../../../auth/auth.ts';
import { secretUri } from '../../../auth/totp.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';

type Told = { readonly status: number; readonly refusal: Refusal | null };

/** What the page of the second factor shows: how to turn it on, its new recovery codes, or how to turn it off. */
export type SecondFactorView =
  | (Told & { readonly kind: 'offer'; readonly secret: string; readonly uri: string })
  | (Told & { readonly kind: 'codes'; readonly recoveryCodes: readonly string[] })
  | (Told & { readonly kind: 'on' });

export async function answerSecondFactor(
  { auth, clientAddress }: Pick<App.Locals, 'auth' | 'clientAddress'>,
  session: SignedIn,
  posted: ReadonlyMap<string, string> | null,
): Promise<SecondFactorView> {
  const { kind } = actionOf(posted);
  const code = posted?.get('code') ?? '';
  if (kind === 'turn_on') {
    const secret = posted?.get('secret') ?? '';
    const done = await auth.account.turnOnSecondFactor(session, secret, code);
    if (done.ok) return { kind: 'codes', ...done.value, status: 200, refusal: null };
    return show(auth, session, done.refusal, /^[A-Z2-7]{32}$/.test(secret) ? secret : null);
  }
  if (kind === 'turn_off') {
    const proof = { password: posted?.get('presentPassword') ?? '', code };
    const done = await auth.account.turnOffSecondFactor(session, proof, clientAddress);
    return show(auth, session, done.ok ? null : done.refusal, null);
  }
  return show(auth, session, null, null);
}

/** @param secret the one that stands in the telephone already, when a code of it was wrong */
async function show(
  auth: App.Locals['auth'],
  session: SignedIn,
  refusal: Refusal | null,
  secret: string | null,
): Promise<SecondFactorView> {
  const told = { refusal, status: refusal ? statusOf(refusal) : 200 };
  const offered = await auth.account.offerSecondFactor(session);
  if (!offered.ok) return { kind: 'on', ...told };
  if (secret === null) return { kind: 'offer', ...offered.value, ...told };
  return { kind: 'offer', secret, uri: secretUri(secret, session.username), ...told };
}
