import type { SignedIn } from '../../../auth/auth.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { statusOf } from '../../_status-of.ts';
import { actionOf } from '../_visit.ts';

export type AccountAnswer = {
  readonly status: number;
  readonly refusal: Refusal | null;
  /** What was done, in words. */
  readonly done: string | null;
};

/** Does what a form of one's own account asks for. */
export async function answerAccount(
  { auth, clientAddress }: Pick<App.Locals, 'auth' | 'clientAddress'>,
  session: SignedIn,
  posted: ReadonlyMap<string, string>,
): Promise<AccountAnswer> {
  const { kind, of } = actionOf(posted);
  if (kind === 'password') {
    const typed = { present: posted.get('presentPassword') ?? '', next: posted.get('newPassword') ?? '' };
    const changed = await auth.account.changePassword(session, typed, clientAddress);
    if (!changed.ok) return { status: statusOf(changed.refusal), refusal: changed.refusal, done: null };
    return did('เปลี่ยนรหัสผ่านแล้ว และออกจากระบบในเครื่องอื่นทั้งหมดแล้ว');
  }
  if (kind === 'end_session') {
    await auth.account.endSession(session, of[0] ?? '');
    return did('สิ้นสุดการเข้าสู่ระบบที่เลือกแล้ว');
  }
  if (kind === 'end_others') {
    await auth.account.endOtherSessions(session);
    return did('ออกจากระบบในเครื่องอื่นทั้งหมดแล้ว');
  }
  return { status: 400, refusal: null, done: null };
}

const did = (done: string): AccountAnswer => ({ status: 200, refusal: null, done });
