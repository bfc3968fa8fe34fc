import { copyFile, rm } from 'node:fs/promises';
import { listNamedFiles } from '../../db/attachments.ts';
import { openRegisterFile } from '../../db/connection.ts';
import type { FileStore } from '../files/file-store.ts';
import { startProgress } from './progress.ts';
import { CommandRefused } from './refusal.ts';

/** The folder beside a backup that holds its files. */
export const filesOfBackup = (backup: string): string => `${backup}.files`;

/**
 * Copies the files that a register file stands on from one store to another, except those that are there whole. A file
 * of a draft that is missing is left out: its draft may have been closed while the copy was made.
 * @returns how many files the register stands on that are now in `to`
 * @throws CommandRefused when a file of an edition is missing or damaged
 */
export async function copyFiles(registerFile: string, from: FileStore, to: FileStore): Promise<number> {
  const copy = openRegisterFile(registerFile);
  const named = await listNamedFiles(copy.read).finally(() => copy.close());
  const progress = startProgress('copying files', named.length);
  const done = new Set<string>();
  try {
    for (const { sha256, edition, work } of named) {
      if (done.has(sha256)) continue;
      if ((await to.check(sha256)) !== 'whole' && !(await copyWhole(sha256, from, to))) {
        if (edition === null) continue;
        const where = `edition ${edition} of ${work.type}/${work.slug}`;
        throw new CommandRefused(`The file ${sha256} of ${where} is ${await from.check(sha256)}.`);
      }
      done.add(sha256);
      progress.report(done.size);
    }
  } finally {
    progress.end();
  }
  return done.size;
}

async function copyWhole(sha256: string, from: FileStore, to: FileStore): Promise<boolean> {
  if ((await from.check(sha256)) !== 'whole') return false;
  const incoming = await to.newIncoming();
  try {
    await copyFile(from.pathOf(sha256), incoming);
    // A damaged file under the same hash would otherwise be taken for a whole one.
    await rm(to.pathOf(sha256), { force: true });
    return (await to.keep(incoming)).sha256 === sha256;
  } finally {
    await rm(incoming, { force: true });
  }
}
