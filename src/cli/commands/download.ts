import { join } from 'node:path';
import type { Command } from 'commander';
import { buildDownload } from '../../bulk/build-download.ts';
import { ownFileStore, settings, withRegister } from '../register-of.ts';

export function addDownload(program: Command): void {
  program
    .command('download')
    .description('make the files of the whole public register that /download offers')
    .action(make);
}

async function make(): Promise<void> {
  await withRegister(async (register) => {
    const folder = join(settings().dataDir, 'downloads');
    const now = new Date().toISOString();
    const set = await buildDownload(register, folder, ownFileStore().pathOf, now);
    process.stdout.write(`${set.editions} editions of ${set.works} works are in ${join(folder, set.id)}.\n`);
  });
}
