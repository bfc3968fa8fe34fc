import type { Command } from 'commander';
import type { Register } from '../../../db/connection.ts';
import { exportArchive } from '../../registry/export-archive.ts';
import { exportFiles } from '../../registry/export-files.ts';
import { readHealth } from '../../registry/read-health.ts';
import { startProgress } from '../progress.ts';
import { CommandRefused } from '../refusal.ts';
import { ownFileStore, withRegister } from '../register-of.ts';
import { type NewFile, writeNewFolder } from '../write-files.ts';

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the public register as an archive folder that import reads back unchanged')
    .argument('<dir>', 'a new or empty folder')
    .action(exportTo);
}

async function exportTo(folder: string): Promise<void> {
  await withRegister(async (register) => {
    const progress = startProgress('exporting', (await readHealth(register)).editions);
    const count = await writeNewFolder(folder, everything(register), (done) => progress.report(done)).finally(
      progress.end,
    );
    process.stdout.write(`Exported ${count} files to ${folder}.\n`);
  });
}

/** The texts, then the files that they name, each of which must be whole. */
async function* everything(register: Register): AsyncGenerator<NewFile> {
  yield* exportArchive(register);
  const store = ownFileStore();
  for await (const { path, sha256 } of exportFiles(register)) {
    const state = await store.check(sha256);
    if (state !== 'whole') {
      throw new CommandRefused(`The file ${sha256} is ${state}; restore a backup. Nothing was exported.`);
    }
    yield { path, copyOf: store.pathOf(sha256) };
  }
}
