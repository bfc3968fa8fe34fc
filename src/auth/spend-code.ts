import type { StoredUser } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Connection } from '../../db/connection.ts';
import {
  countRecoveryCodes,
  findSecondFactor,
  spendRecoveryCode,
  updateLastStep,
} from '../../db/second-factors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { secondsOf } from './auth-parts.ts';
import { hashOfRecoveryCode, stepOfCode } from './totp.ts';

/**
 * Takes a code of a person's second factor, so that it is right only this once: the telephone's, or a recovery code.
 * Refused: `code_wrong`.
 * @returns how many recovery codes are left when one was spent, else null
 */
export async function spendCode(
  transaction: Connection,
  user: Pick<StoredUser, 'id' | 'username'>,
  code: string,
  now: Instant,
): Promise<Result<{ readonly recoveryLeft: number | null }>> {
  const factor = await findSecondFactor(transaction, user.id);
  if (!factor) return refused({ code: 'code_wrong' });
  const step = await stepOfCode(factor.secret, code, factor.lastStep, secondsOf(now));
  if (step !== null) {
    await updateLastStep(transaction, user.id, step);
    return accepted({ recoveryLeft: null });
  }
  if (!(await spendRecoveryCode(transaction, user.id, hashOfRecoveryCode(code)))) {
    return refused({ code: 'code_wrong' });
  }
  const recoveryLeft = await countRecoveryCodes(transaction, user.id);
  const entry = {
    userId: user.id,
    action: 'recovery_code.spent',
    subject: user.username,
    details: { recoveryLeft },
  };
  await writeAudit(transaction, entry, now);
  return accepted({ recoveryLeft });
}
