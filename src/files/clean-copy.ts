import { readFile, writeFile } from 'node:fs/promises';
import { cleanFile } from './clean-file.ts';
import type { ExamineFile } from './examine-file.ts';

/** Reads the file at one path and writes it cleaned to another where nothing is yet; refused, it writes nothing. */
export const cleanCopy: ExamineFile = async (source, target) => {
  const outcome = await cleanFile(await readFile(source));
  if (!outcome.ok) return outcome;
  const { bytes, ...facts } = outcome.value;
  await writeFile(target, bytes, { flag: 'wx' });
  return { ok: true, value: facts };
};
