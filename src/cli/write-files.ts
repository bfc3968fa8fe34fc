import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ArchiveFile } from '../archive/archive-files.ts';
import { CommandRefused } from './refusal.ts';

/** A file to be written: a text, or a copy of a file that is there. */
export type NewFile = ArchiveFile | { readonly path: string; readonly copyOf: string };

/**
 * Writes files into a new folder: all of them, or no folder at all.
 * @throws CommandRefused when the folder is there and not empty
 */
export async function writeNewFolder(
  folder: string,
  files: AsyncIterable<NewFile>,
  onWritten: (count: number) => void,
): Promise<number> {
  const target = resolve(folder);
  const existing = await readdir(target).catch(() => null);
  if (existing !== null && existing.length > 0) {
    throw new CommandRefused(`${folder} is not empty; nothing was written. Give a new folder.`);
  }
  await mkdir(dirname(target), { recursive: true });
  const temporary = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  let count = 0;
  try {
    for await (const file of files) {
      const path = join(temporary, file.path);
      await mkdir(dirname(path), { recursive: true });
      if ('copyOf' in file) await copyFile(file.copyOf, path);
      else await writeFile(path, file.text);
      count += 1;
      onWritten(count);
    }
    if (existing !== null) await rm(target, { recursive: true });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  return count;
}
