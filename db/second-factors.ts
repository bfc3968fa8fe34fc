import { and, eq, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { recoveryCodes, secondFactors } from './schema.ts';

export type SecondFactor = {
  readonly userId: number;
  /** Base 32, as it was given to the telephone. */
  readonly secret: string;
  readonly lastStep: number;
  readonly since: string;
};

export async function findSecondFactor(connection: Connection, userId: number): Promise<SecondFactor | null> {
  return connection.select().from(secondFactors).where(eq(secondFactors.userId, userId)).get() ?? null;
}

export async function insertSecondFactor(
  connection: Connection,
  factor: SecondFactor,
  codeHashes: readonly string[],
): Promise<void> {
  connection.insert(secondFactors).values(factor).run();
  for (const codeHash of codeHashes) {
    connection.insert(recoveryCodes).values({ userId: factor.userId, codeHash }).run();
  }
}

export async function updateLastStep(
  connection: Connection,
  userId: number,
  lastStep: number,
): Promise<void> {
  connection.update(secondFactors).set({ lastStep }).where(eq(secondFactors.userId, userId)).run();
}

/** @returns false when there is no such code, or no longer */
export async function spendRecoveryCode(
  connection: Connection,
  userId: number,
  codeHash: string,
): Promise<boolean> {
  const spent = connection
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash)))
    .run();
  return spent.changes === 1;
}

export async function countRecoveryCodes(connection: Connection, userId: number): Promise<number> {
  const row = connection
    .select({ total: sql<number>`count(*)` })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId))
    .get();
  return row?.total ?? 0;
}

export async function deleteSecondFactor(connection: Connection, userId: number): Promise<void> {
  connection.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)).run();
  connection.delete(secondFactors).where(eq(secondFactors.userId, userId)).run();
}
