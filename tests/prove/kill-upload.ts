import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openRegister } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { sweepFiles } from '../../src/registry/sweep-files.ts';
import { verifyFiles } from '../../src/registry/verify-files.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archiveOf, editionText, testCharter } from '../support/test-archive.ts';

const child = fileURLToPath(new URL('./uploading-child.ts', import.meta.url));
const LIFE_MS = 400;
const FAR_FUTURE = Date.parse('2100-01-01');

export type KillUploadOptions = {
  readonly kills: number;
  /** False commits the row before its file: the control that must leave rows without a file. */
  readonly isGuarded: boolean;
  readonly onKill?: (done: number) => void;
};

export type KillUploadReport = {
  readonly confirmed: number;
  /** Confirmed files that are not there whole. */
  readonly lost: number;
  /** Rows whose file is missing or damaged. */
  readonly rowsWithoutFile: number;
  /** Files that no row names and no sweep took. */
  readonly orphans: number;
};

/** Kills a process that attaches files with SIGKILL at random moments and looks at what is left each time. */
export async function killUpload(options: KillUploadOptions): Promise<KillUploadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-upload-'));
  const file = join(folder, 'registry.db');
  await prepare(file);
  const store = createFileStore(join(folder, 'files'));
  const confirmed = new Set<string>();
  const found = { rowsWithoutFile: 0, orphans: 0 };
  for (let kill = 0; kill < options.kills; kill += 1) {
    for (const sha256 of await uploadUntilKilled(file, options.isGuarded)) confirmed.add(sha256);
    const register = openRegister({ file });
    const { faults, files } = await verifyFiles(register, store);
    found.rowsWithoutFile += faults.length;
    await sweepFiles(register, store, FAR_FUTURE);
    found.orphans += (await store.list()).length - (files - faults.length);
    register.close();
    options.onKill?.(kill + 1);
  }
  const states = await Promise.all([...confirmed].map((sha256) => store.check(sha256)));
  rmSync(folder, { recursive: true });
  return { confirmed: confirmed.size, lost: states.filter((state) => state !== 'whole').length, ...found };
}

async function prepare(file: string): Promise<void> {
  const now = '2026-11-22T00:00:00.000Z';
  const register = await emptyRegister(file);
  await importArchive(register, archiveOf([editionText(1)]), now);
  const person = { username: 'killer', password: 'a long test password', displayName: 'ผู้ทดสอบ' };
  const added = await addUser(register, { ...person, role: 'registrar', organisation: null, now });
  if (!added.ok) throw new Error(added.refusal.code);
  const actor: Actor = {
    userId: added.value.userId,
    memberships: [{ role: 'registrar', organisation: null }],
  };
  await amendWork(register, actor, testCharter, now);
  register.close();
}

/** The hashes that the process confirmed before it was killed. */
async function uploadUntilKilled(file: string, isGuarded: boolean): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, file, isGuarded ? '' : 'row-first'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const confirmed: string[] = [];
  let isKilled = false;
  for await (const line of createInterface({ input: running.stdout })) {
    if (line === 'ready') {
      setTimeout(() => {
        isKilled = true;
        running.kill('SIGKILL');
      }, Math.random() * LIFE_MS);
    } else if (line.length === 64) confirmed.push(line);
  }
  if (!isKilled) throw new Error('the uploading process ended by itself');
  return confirmed;
}

/** `npm run prove -- kill-upload [--size N]`, then its control. Exit code 0 when the promise held. */
export default async function proveKillUpload(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { size: { type: 'string', default: '100' } } });
  const kills = Number(values.size);
  const onKill = (done: number): void => {
    if (done % 20 === 0) console.log(`kill ${done} of ${kills}`);
  };
  const report = await killUpload({ kills, isGuarded: true, onKill });
  console.log(`${kills} kills: ${JSON.stringify(report)}`);
  const control = await killUpload({ kills: Math.min(kills, 20), isGuarded: false });
  console.log(`control, row before file: ${control.rowsWithoutFile} rows without their file`);
  const hasHeld = report.confirmed > 0 && report.lost + report.rowsWithoutFile + report.orphans === 0;
  return hasHeld && control.rowsWithoutFile > 0 ? 0 : 1;
}
