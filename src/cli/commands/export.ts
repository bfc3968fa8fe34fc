import type { Command } from 'commander';
import { exportArchive } from '../../registry/export-archive.ts';
import { readHealth } from '../../registry/read-health.ts';
import { startProgress } from '../progress.ts';
import { withRegister } from '../register-of.ts';
import { writeNewFolder } from '../write-files.ts';

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
    const count = await writeNewFolder(folder, exportArchive(register), (done) =>
      progress.report(done),
    ).finally(progress.end);
    process.stdout.write(`Exported ${count} files to ${folder}.\n`);
  });
}
