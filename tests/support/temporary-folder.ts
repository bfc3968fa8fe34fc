import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One folder for the temporary files of a whole run of tests, of the processes they start as well; it is gone with the
 * run, also when a test was killed before it could tidy up.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tammanoon-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
