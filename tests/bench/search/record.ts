import { readFile, writeFile } from 'node:fs/promises';
import type { Report } from './report.ts';

/** The recorded scores that `/about/search` shows: the last run of each engine with its day (CE, `YYYY-MM-DD`). */
export type RecordedScores = Readonly<Record<string, Report & { readonly measuredOn: string }>>;

/** Writes the report of an engine into the file of recorded scores, beside those of the others. */
export async function record(file: string, engine: string, report: Report, today: string): Promise<void> {
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as RecordedScores;
  const scores: RecordedScores = { ...known, [engine]: { measuredOn: today, ...report } };
  await writeFile(file, `${JSON.stringify(scores, null, 2)}\n`);
}
