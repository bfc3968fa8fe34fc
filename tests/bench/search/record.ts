import { readFile, writeFile } from 'node:fs/promises';
import type { RecordedScores, SearchReport } from '../../../src/search/recorded-score.ts';

/** Writes the report of an engine into the file of recorded scores, beside those of the others. */
export async function record(
  file: string,
  engine: string,
  report: SearchReport,
  today: string,
): Promise<void> {
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as RecordedScores;
  const scores: RecordedScores = { ...known, [engine]: { measuredOn: today, ...report } };
  await writeFile(file, `${JSON.stringify(scores, null, 2)}\n`);
}
