import { existsSync } from 'node:fs';
import { realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createFileStore } from '../../files/file-store.ts';
import { flush } from '../../search/flush.ts';
import { copyFiles, filesOfBackup } from '../copy-files.ts';
import { startProgress } from '../progress.ts';
import { CommandRefused, refusalOf } from '../refusal.ts';
import { openOwnRegister, ownFileStore, registerFile } from '../register-of.ts';
import { verifyFile } from '../verify-file.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'copy the register to one verified file, and its files to a folder beside; the server may run meanwhile',
    )
    .argument('<file>', 'the file to make')
    .option('--overwrite', 'replace the file when it is there')
    .action(backup);
}

async function backup(file: string, options: { readonly overwrite?: boolean }): Promise<void> {
  const target = resolve(file);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await checkTarget(target, options.overwrite === true);
    await copyRegister(partial);
    const sentence = await verifyFile(partial, 'The register');
    const files = await copyFiles(partial, ownFileStore(), createFileStore(filesOfBackup(target)));
    await flush(partial);
    await rename(partial, target);
    await flush(dirname(target));
    const beside = files === 0 ? '' : ` ${files} files are beside it in ${filesOfBackup(file)}; keep both.`;
    process.stdout.write(`Backed up to ${file}: ${sentence}${beside}\n`);
  } catch (error) {
    throw refusalOf(error, 'No backup was made.');
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(partial + suffix, { force: true });
  }
}

async function checkTarget(target: string, mayOverwrite: boolean): Promise<void> {
  const register = registerFile();
  if (!existsSync(register)) throw new CommandRefused(`There is no register ${register}.`);
  const folder = await realpath(dirname(target)).catch(() => null);
  if (folder === null) throw new CommandRefused(`There is no folder ${dirname(target)}.`);
  const own = join(await realpath(dirname(register)), basename(register));
  if (['', '-wal', '-shm', '.lock'].some((suffix) => join(folder, basename(target)) === own + suffix)) {
    throw new CommandRefused(`${target} belongs to the register itself; give another file.`);
  }
  if (existsSync(target) && !mayOverwrite) {
    throw new CommandRefused(`${target} is there already; give another file, or --overwrite.`);
  }
}

async function copyRegister(partial: string): Promise<void> {
  const register = openOwnRegister();
  const progress = startProgress('copying pages', 0);
  try {
    await register.backup(partial, progress.report);
  } finally {
    progress.end();
    register.close();
  }
}
