import { fileURLToPath } from 'node:url';
import type { Register } from '../../db/connection.ts';
import { readArchive } from '../archive/read-archive.ts';
import { problemSentence } from '../cli/problem-sentence.ts';
import { fillReferenceData } from '../cli/reference-data.ts';
import { importArchive } from '../registry/import-archive.ts';

const archiveFolder = fileURLToPath(new URL('../../content/archive', import.meta.url));

/**
 * Fills an empty register with the gazetteer, the vocabularies and the archive of `content/`.
 * @returns how many editions were imported
 * @throws with one line for each problem of the archive; nothing is stored then
 */
export async function seedRegister(register: Register, now: string): Promise<number> {
  await fillReferenceData(register);
  const archive = await readArchive(archiveFolder);
  if (!archive.ok) throw new Error(archive.problems.map(problemSentence).join('\n'));
  const outcome = await importArchive(register, archive.value, now);
  if (!outcome.ok) throw new Error(outcome.problems.map(problemSentence).join('\n'));
  return outcome.report.editions;
}
