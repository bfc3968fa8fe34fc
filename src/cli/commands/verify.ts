import type { Command } from 'commander';
import { countUnfindable } from '../../registry/fill-search.ts';
import { readHealth } from '../../registry/read-health.ts';
import { verifyRegister } from '../../registry/verify-register.ts';
import { startProgress } from '../progress.ts';
import { CommandRefused } from '../refusal.ts';
import { withRegister } from '../register-of.ts';

export function addVerify(program: Command): void {
  program.command('verify').description('recompute the SHA-256 of every published edition').action(verify);
}

async function verify(): Promise<void> {
  await withRegister(async (register) => {
    const progress = startProgress('verifying', (await readHealth(register)).editions);
    const { editions, damaged } = await verifyRegister(register, (done) => progress.report(done)).finally(
      progress.end,
    );
    if (damaged.length > 0) {
      throw new CommandRefused(
        `${damaged.length} of ${editions} editions no longer give their hash (ids ${damaged.join(', ')}); restore a backup.`,
      );
    }
    const unfindable = countUnfindable(register);
    if (unfindable > 0) {
      throw new CommandRefused(
        `Every hash agrees, but ${unfindable} of ${editions} editions cannot be searched for yet; run the command index.`,
      );
    }
    process.stdout.write(`${editions} editions verified; every hash agrees.\n`);
  });
}
