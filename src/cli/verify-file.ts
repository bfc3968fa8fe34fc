import { openRegisterFile, type RegisterFile } from '../../db/connection.ts';
import { countEditions } from '../../db/editions.ts';
import { findDamage } from '../../db/integrity.ts';
import { verifyRegister } from '../registry/verify-register.ts';
import { startProgress } from './progress.ts';
import { CommandRefused } from './refusal.ts';

/**
 * Looks at every page of a register file that stands alone and at the hash of every edition in it.
 * @param name how the registrar calls the file
 * @returns the sentence that says so, for the end of a command
 * @throws CommandRefused with what is wrong with the file
 */
export async function verifyFile(file: string, name: string): Promise<string> {
  let copy: RegisterFile | undefined;
  try {
    copy = openRegisterFile(file);
    if (copy.kind === 'foreign') throw new CommandRefused(`${name} is not a register of Tammanoon.`);
    if (copy.kind === 'newer') {
      throw new CommandRefused(`${name} was written by a newer version of Tammanoon; use that version.`);
    }
    const damage = await findDamage(copy.read);
    if (damage.length > 0) throw new CommandRefused(`${name} is damaged: ${damage[0]}.`);
    return await verifyHashes(copy, name);
  } catch (error) {
    if (isDamage(error)) throw new CommandRefused(`${name} is damaged or no register: ${error.message}.`);
    throw error;
  } finally {
    copy?.close();
  }
}

async function verifyHashes({ read }: RegisterFile, name: string): Promise<string> {
  const progress = startProgress('verifying', await countEditions(read));
  const { editions, damaged } = await verifyRegister({ read }, (done) => progress.report(done)).finally(
    progress.end,
  );
  if (damaged.length > 0) {
    throw new CommandRefused(
      `${name} is damaged: ${damaged.length} of ${editions} editions no longer give their hash (ids ${damaged.join(', ')}).`,
    );
  }
  return `${editions} editions verified; every hash agrees.`;
}

/** What SQLite throws over a page that makes no sense, or a file that never was a database. */
const isDamage = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code);
