import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegister, type Register } from '../../db/connection.ts';

/**
 * Runs work on a copy of the register in `file`, which may be in use and stays as it is.
 * @param work gets the copy, open, and the folder in which it stands alone; both are gone afterwards
 */
export async function onCopy<T>(
  file: string,
  work: (register: Register, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await copyRegister(file, join(folder, 'registry.db'));
    const register = openRegister({ file: join(folder, 'registry.db') });
    try {
      return await work(register, folder);
    } finally {
      register.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies a register as it is at one moment: its file alone lacks what only the log beside it holds yet. */
export async function copyRegister(from: string, to: string): Promise<void> {
  const register = openRegister({ file: from });
  try {
    await register.backup(to);
  } finally {
    register.close();
  }
}
