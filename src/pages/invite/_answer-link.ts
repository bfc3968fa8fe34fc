import type { OneTimeLink } from '../../../db/one-time-links.ts';
import type { Refusal } from '../../domain/errors.ts';
import { typedText } from '../_read-form.ts';
import { statusOf } from '../_status-of.ts';

/** What a one-time link shows. */
export type LinkView =
  | { readonly kind: 'over'; readonly status: number; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly status: 200; readonly username: string }
  | {
      readonly kind: 'form';
      readonly status: number;
      readonly link: OneTimeLink;
      readonly refusal: Refusal | null;
      readonly typed: { readonly username: string; readonly displayName: string };
    };

/** Opens a one-time link, or does what its form asks for. */
export async function answerLink(
  { auth, clientAddress }: Pick<App.Locals, 'auth' | 'clientAddress'>,
  token: string,
  posted: ReadonlyMap<string, string> | null,
): Promise<LinkView> {
  const opened = await auth.links.open(token, clientAddress);
  if (!opened.ok) return { kind: 'over', status: statusOf(opened.refusal), refusal: opened.refusal };
  const link = opened.value;
  if (posted === null) {
    return { kind: 'form', status: 200, link, refusal: null, typed: { username: '', displayName: '' } };
  }
  const typed = {
    username: typedText(posted, 'username').slice(0, 200),
    displayName: typedText(posted, 'displayName').slice(0, 300),
  };
  const password = posted.get('newPassword') ?? '';
  const done =
    link.kind === 'invitation'
      ? await auth.links.join(token, { ...typed, password }, clientAddress)
      : await auth.links.reset(token, password, clientAddress);
  if (done.ok) return { kind: 'done', status: 200, username: done.value.username };
  if (done.refusal.code === 'link_over') return { kind: 'over', status: 404, refusal: done.refusal };
  return { kind: 'form', status: statusOf(done.refusal), link, refusal: done.refusal, typed };
}
