import { readFile, writeFile } from 'node:fs/promises';
import { cleanFile } from './clean-file.ts';

/*
 * Run as a process of its own, see examine-file.ts: reads the file named first, writes the cleaned one to the path
 * named second, and says on one line what it is or why it is refused.
 */
const [source = '', target = ''] = process.argv.slice(2);
const outcome = await cleanFile(await readFile(source));
if (outcome.ok) {
  const { bytes, ...facts } = outcome.value;
  await writeFile(target, bytes, { flag: 'wx' });
  process.stdout.write(`${JSON.stringify({ ok: true, value: facts })}\n`);
} else {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
