import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openRegister } from '../../db/connection.ts';
import { run } from '../../src/cli/run.ts';

test('a test register with agreements has parties, networks, successions and evidence in proportion, in every state', async () => {
  const data = mkdtempSync(join(tmpdir(), 'generate-'));
  vi.stubEnv('DATA_DIR', data);
  const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    quiet.mockRestore();
    rmSync(data, { recursive: true, force: true });
  });
  expect(await run(['generate', '--works', '20', '--agreements'])).toBe(0);
  const register = openRegister({ file: join(data, 'registry.db') });
  const [counted] = register.read.all(
    sql`SELECT (SELECT count(*) FROM networks) AS networks,
          (SELECT count(*) FROM organisation_successions) AS successions,
          (SELECT count(*) FROM edition_parties) > 100 AS parties,
          (SELECT count(DISTINCT work_id || commitment) FROM commitment_spans) AS commitments,
          (SELECT count(*) FROM submissions WHERE kind = 'evidence') AS evidence,
          (SELECT count(DISTINCT kind || state) FROM submission_states) AS kindsAndStates,
          (SELECT count(DISTINCT kind) FROM submission_acts) AS acts`,
  );
  expect(counted).toEqual({
    ...{
      networks: 1,
      successions: 4,
      parties: 1,
      commitments: 40,
      evidence: 1400,
      kindsAndStates: 5,
      acts: 5,
    },
  });
  register.close();
});
