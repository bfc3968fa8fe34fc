import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One folder for the temporary files of a whole run of tests, of the processes they start as well; it is gone with the
 * run, also when a test was killed before it could tidy up. In it the dozens of servers, commands and workers that a run
 * starts share what Node has compiled, which is a third of the start of a server.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tammanoon-tests-'));
  process.env['TMPDIR'] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
