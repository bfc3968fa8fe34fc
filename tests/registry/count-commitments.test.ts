import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { countCommitments } from '../../src/registry/count-commitments.ts';
import { aRegisterWithAnAgreement } from '../support/agreement-story.ts';

const now = '2026-11-25T03:00:00.000Z';

test('a register from before commitments were listed counts its agreements once, and leaves what is listed', async () => {
  const { register } = await aRegisterWithAnAgreement();
  const spans = () => register.read.all(sql`SELECT * FROM commitment_spans ORDER BY commitment, begins`);
  const listed = spans();
  expect(listed).toHaveLength(4);
  expect(await countCommitments(register, now)).toBe(0);
  await register.write(async (transaction) => {
    transaction.run(sql`DELETE FROM commitment_spans`);
    transaction.run(sql`UPDATE register_state SET commitments_counted = 0`);
  });
  const revision = register.revision();
  expect(await countCommitments(register, now)).toBe(1);
  expect(spans()).toEqual(listed);
  expect(register.revision()).toBeGreaterThan(revision);
  await register.write(async (transaction) => void transaction.run(sql`DELETE FROM commitment_spans`));
  expect(await countCommitments(register, now)).toBe(0);
  register.close();
});
