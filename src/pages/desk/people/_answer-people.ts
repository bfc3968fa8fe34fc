import { invitePerson } from '../../../auth/invite-person.ts';
import { revokeLink } from '../../../auth/revoke-link.ts';
import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { type Actor, type Role, roles } from '../../../domain/permission.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';

/** The value of the choice that stands for the registry itself. */
export const ofRegistry = '';

export type PeopleAnswer = {
  readonly status: number;
  readonly refusal: Refusal | null;
  readonly done: string | null;
  /** The whole address of a link that was just made, shown this once. */
  readonly link: string | null;
  /** What the form said, to be shown again. */
  readonly typed: { readonly role: string; readonly organisation: string; readonly note: string };
};

const blank = { role: 'editor', organisation: ofRegistry, note: '' };

export const roleOf = (text: string): Role | undefined => roles.find((role) => role === text);

/** Does what a form of the page of people asks for. */
export async function answerPeople(
  { register, now, origin }: Pick<App.Locals, 'register' | 'now' | 'origin'>,
  actor: Actor,
  posted: ReadonlyMap<string, string>,
): Promise<PeopleAnswer> {
  const { kind, of } = actionOf(posted);
  if (kind === 'revoke') {
    const revoked = await revokeLink(register, actor, Number(of[0]) || 0, now);
    // The page itself is there, whatever became of the link.
    if (!revoked.ok) return { ...refuse(revoked.refusal, blank), status: 409 };
    return { status: 200, refusal: null, done: 'ยกเลิกลิงก์แล้ว ลิงก์นั้นใช้ไม่ได้อีก', link: null, typed: blank };
  }
  const typed = {
    role: typedText(posted, 'role'),
    organisation: typedText(posted, 'organisation'),
    note: typedText(posted, 'note').trim(),
  };
  const role = roleOf(typed.role);
  if (kind !== 'invite' || role === undefined) {
    return refuse({ code: 'content_invalid', problems: [{ field: 'role', reason: 'not_in_list' }] }, typed);
  }
  const organisation = role === 'registrar' || typed.organisation === ofRegistry ? null : typed.organisation;
  const made = await invitePerson(register, actor, { role, organisation, note: typed.note }, now);
  if (!made.ok) return refuse(made.refusal, typed);
  const link = new URL(addresses.invite(made.value.token), origin).href;
  return { status: 200, refusal: null, done: 'สร้างลิงก์เชิญแล้ว', link, typed: blank };
}

const refuse = (refusal: Refusal, typed: PeopleAnswer['typed']): PeopleAnswer => ({
  status: statusOf(refusal),
  refusal,
  done: null,
  link: null,
  typed,
});
