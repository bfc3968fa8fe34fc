import type { Command } from 'commander';
import type { Register } from '../../../db/connection.ts';
import { countUnfindable } from '../../registry/fill-search.ts';
import { readHealth } from '../../registry/read-health.ts';
import { verifyFiles } from '../../registry/verify-files.ts';
import { verifyRegister } from '../../registry/verify-register.ts';
import { startProgress } from '../progress.ts';
import { CommandRefused } from '../refusal.ts';
import { ownFileStore, withRegister } from '../register-of.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute the SHA-256 of every published edition and of every file')
    .action(verify);
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
    const files = await checkFiles(register);
    const unfindable = countUnfindable(register);
    if (unfindable > 0) {
      throw new CommandRefused(
        `Every hash agrees, but ${unfindable} of ${editions} editions cannot be searched for yet; run the command index.`,
      );
    }
    process.stdout.write(`${editions} editions verified${files}; every hash agrees.\n`);
  });
}

/** @returns what to add about files to the sentence of success */
async function checkFiles(register: Register): Promise<string> {
  const progress = startProgress('verifying files', 0);
  const { files, faults } = await verifyFiles(register, ownFileStore(), progress.report).finally(
    progress.end,
  );
  const lines = faults.map(({ sha256, work, edition, fault }) => {
    const where = edition === null ? 'a draft or submission' : `edition ${edition}`;
    return `The file ${sha256} of ${where} of ${work.type}/${work.slug} is ${fault}.`;
  });
  if (lines.length > 0) throw new CommandRefused(`${lines.join('\n')}\nRestore a backup with its files.`);
  return files === 0 ? '' : ` and ${files} files`;
}
