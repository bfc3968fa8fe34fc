import { changeRoles } from '../../../auth/change-roles.ts';
import { offerReset } from '../../../auth/offer-reset.ts';
import { switchAccount } from '../../../auth/switch-account.ts';
import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/permission.ts';
import type { Result } from '../../../domain/result.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';
import { ofRegistry, roleOf } from './_answer-people.ts';

export type PersonAnswer = {
  readonly status: number;
  readonly refusal: Refusal | null;
  readonly done: string | null;
  /** The whole address of a link that was just made, shown this once. */
  readonly link: string | null;
};

/** Does what a form of one person's page asks for. */
export async function answerPerson(
  { register, now, origin }: Pick<App.Locals, 'register' | 'now' | 'origin'>,
  actor: Actor,
  userId: number,
  posted: ReadonlyMap<string, string>,
): Promise<PersonAnswer> {
  const { kind, of } = actionOf(posted);
  switch (kind) {
    case 'add_role':
    case 'remove_role': {
      const isNew = kind === 'add_role';
      const role = roleOf(isNew ? typedText(posted, 'role') : (of[0] ?? ''));
      const home = isNew ? typedText(posted, 'organisation') : (of[1] ?? '');
      if (role === undefined)
        return refuse({ code: 'content_invalid', problems: [{ field: 'role', reason: 'not_in_list' }] });
      const organisation = role === 'registrar' || home === ofRegistry ? null : home;
      const change = { kind: isNew ? 'add' : 'remove', membership: { role, organisation } } as const;
      const done = isNew ? 'เพิ่มสิทธิ์แล้ว' : 'ถอนสิทธิ์แล้ว';
      return told(await changeRoles(register, actor, userId, change, now), `${done} ผู้ใช้ต้องเข้าสู่ระบบใหม่`);
    }
    case 'disable':
      return told(
        await switchAccount(register, actor, userId, true, now),
        'ปิดบัญชีแล้ว ผู้ใช้ออกจากระบบทุกเครื่องแล้ว',
      );
    case 'enable':
      return told(await switchAccount(register, actor, userId, false, now), 'เปิดบัญชีแล้ว');
    case 'reset': {
      const made = await offerReset(register, actor, userId, now);
      if (!made.ok) return refuse(made.refusal);
      const link = new URL(addresses.invite(made.value.token), origin).href;
      return { status: 200, refusal: null, done: 'สร้างลิงก์ตั้งรหัสผ่านใหม่แล้ว', link };
    }
    default:
      return { status: 400, refusal: null, done: null, link: null };
  }
}

const refuse = (refusal: Refusal): PersonAnswer => ({
  status: statusOf(refusal),
  refusal,
  done: null,
  link: null,
});

const told = (result: Result<null>, done: string): PersonAnswer =>
  result.ok ? { status: 200, refusal: null, done, link: null } : refuse(result.refusal);
