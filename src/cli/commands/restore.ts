import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { openRegisterFile, whileClosed } from '../../../db/connection.ts';
import { createFileStore } from '../../files/file-store.ts';
import { flush } from '../../search/flush.ts';
import { copyFiles, filesOfBackup } from '../copy-files.ts';
import { CommandRefused, refusalOf } from '../refusal.ts';
import { ownFileStore, registerFile } from '../register-of.ts';
import { verifyFile } from '../verify-file.ts';

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('verify a backup and put it in the place of the register; the server must be stopped')
    .argument('<file>', 'a file that backup made')
    .option('--replace', 'when there is a register: keep it beside, and put the backup in its place')
    .action(restore);
}

type Restored = { readonly sentence: string; readonly kept: string | null };

async function restore(file: string, options: { readonly replace?: boolean }): Promise<void> {
  const target = registerFile();
  try {
    await checkSource(resolve(file));
    if (existsSync(target) && options.replace !== true) {
      throw new CommandRefused(`There is a register ${target} already; with --replace it is kept beside.`);
    }
    await mkdir(dirname(target), { recursive: true });
    const done = await whileClosed(target, () => putInPlace(file, target));
    if (done === null) {
      throw new CommandRefused('A server or another command has the register open; stop it first.');
    }
    const { sentence, kept } = done.value;
    if (kept !== null) process.stdout.write(`The register that was there is kept as ${kept}.\n`);
    process.stdout.write(`Restored from ${file}: ${sentence}\n`);
  } catch (error) {
    throw refusalOf(error, 'The register is as it was.');
  }
}

async function checkSource(source: string): Promise<void> {
  const entry = await stat(source).catch(() => null);
  if (!entry?.isFile()) throw new CommandRefused(`There is no file ${source}.`);
  const log = await stat(`${source}-wal`).catch(() => null);
  if (log !== null && log.size > 0) {
    throw new CommandRefused(
      `${source} is no backup but a register in use, part of which is in ${source}-wal; make a backup of it.`,
    );
  }
}

/** Everything is looked at in a copy beside the register, so that what was verified is what is put in place. */
async function putInPlace(file: string, target: string): Promise<Restored> {
  const copy = `${target}.restoring-${process.pid}`;
  try {
    await copyFile(resolve(file), copy);
    const sentence = await verifyFile(copy, file);
    await copyFiles(copy, createFileStore(filesOfBackup(resolve(file))), ownFileStore());
    await flush(copy);
    const kept = await keepBeside(target);
    await rm(join(dirname(target), 'search'), { recursive: true, force: true });
    for (const suffix of ['-wal', '-shm', '-journal']) await rm(target + suffix, { force: true });
    await rename(copy, target);
    await flush(dirname(target));
    return { sentence, kept };
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(copy + suffix, { force: true });
  }
}

/**
 * Gives the register that is there a second name, so that there is one at every moment. Its write-ahead
 * log is brought into it first; one too damaged for that is kept with its log as they are, and so is a
 * log whose register is lost.
 */
async function keepBeside(target: string): Promise<string | null> {
  const kept = `${target}.before-restore-${new Date().toISOString().replace(/[-:.]/g, '')}`;
  try {
    openRegisterFile(target).close();
  } catch {
    // Kept as it is.
  }
  const there = ['', '-wal', '-journal'].filter((suffix) => existsSync(target + suffix));
  for (const suffix of there) await link(target + suffix, kept + suffix);
  await flush(dirname(target));
  return there.length === 0 ? null : kept;
}
