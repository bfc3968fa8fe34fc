import { join } from 'node:path';
import { openRegister, type Register } from '../../db/connection.ts';
import { readSettings, type Settings } from '../env.ts';
import { createFileStore, type FileStore } from '../files/file-store.ts';
import { fillReferenceData } from './reference-data.ts';
import { CommandRefused } from './refusal.ts';

/** The settings of the environment, or a refusal that names the wrong one. */
export function settings(): Settings {
  const read = readSettings(process.env);
  if (!read.ok) throw new CommandRefused(read.refusal.sentence);
  return read.value;
}

/** Where the files of the register are kept: `files/` beside it. */
export const ownFileStore = (): FileStore => createFileStore(join(settings().dataDir, 'files'));

export const registerFile = (): string => join(settings().dataDir, 'registry.db');

/** Opens the register of DATA_DIR as it is. A register that cannot be opened is refused with the reason. */
export function openOwnRegister(): Register {
  try {
    return openRegister({ file: registerFile() });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CommandRefused(`The register ${registerFile()} cannot be opened: ${error.message}.`);
  }
}

/** Opens the register of DATA_DIR with its gazetteer and vocabularies, runs the work, and closes it. */
export async function withRegister<T>(work: (register: Register) => Promise<T>): Promise<T> {
  const register = openOwnRegister();
  try {
    await fillReferenceData(register);
    return await work(register);
  } finally {
    register.close();
  }
}
