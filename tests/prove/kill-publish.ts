import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { listProvisions } from '../../db/provisions.ts';
import { findRendering } from '../../db/renderings.ts';
import { findWork } from '../../db/works.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { verifyRegister } from '../../src/registry/verify-register.ts';
import { renderBody, rendererVersion } from '../../src/render/render-markdown.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archiveOf, editionText, testCharter } from '../support/test-archive.ts';
import { publishOverHttpUntilKilled } from './publish-over-http.ts';

const child = fileURLToPath(new URL('./publishing-child.ts', import.meta.url));
/** How long a publishing process may live at first; doubled while the machine is too slow to publish in it. */
const firstLifeMs = 150;
const killer = { username: 'killer', password: 'a long test password' };

export type KillOptions = {
  readonly kills: number;
  /** `verbs`: a process that calls the verbs; `server`: the built server, published to over HTTP. */
  readonly through?: 'verbs' | 'server';
  /** False takes the transaction away: the control that must leave half editions. */
  readonly isGuarded: boolean;
  readonly onKill?: (done: number) => void;
};

export type KillReport = {
  readonly confirmed: number;
  /** Confirmed editions that are not there any more, or are there with another hash. */
  readonly lost: readonly string[];
  /** Editions of which only a part is there, or whose hash does not fit. */
  readonly half: readonly string[];
};

/** Kills a publishing process with SIGKILL at random moments and looks at what is left each time. */
export async function killPublish(options: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-publish-'));
  const file = join(folder, 'registry.db');
  await prepare(file);
  const confirmed = new Map<number, string>();
  const lost = new Set<string>();
  const half = new Set<string>();
  let lifeMs = firstLifeMs;
  let looked = 0;
  for (let kill = 0; kill < options.kills; kill += 1) {
    const seen =
      options.through === 'server'
        ? await publishOverHttpUntilKilled(folder, testCharter, killer, 4 * lifeMs)
        : await publishUntilKilled(file, options.isGuarded, lifeMs);
    for (const [number, sha256] of seen) confirmed.set(number, sha256);
    if (confirmed.size === 0) lifeMs = Math.min(lifeMs * 2, 5_000);
    const register = openRegister({ file });
    for (const found of await lookForLost(register, confirmed)) lost.add(found);
    for (const found of await lookForHalves(register, looked)) half.add(found);
    looked = Math.max(looked, ...confirmed.keys());
    if (kill === options.kills - 1) for (const found of await lookForDamage(register)) half.add(found);
    register.close();
    options.onKill?.(kill + 1);
  }
  rmSync(folder, { recursive: true });
  return { confirmed: confirmed.size, lost: [...lost], half: [...half] };
}

async function prepare(file: string): Promise<void> {
  const register = await emptyRegister(file);
  await importArchive(register, archiveOf([editionText(1)]), '2026-11-22T00:00:00.000Z');
  const added = await addUser(register, {
    ...killer,
    displayName: 'ผู้ทดสอบ',
    role: 'registrar',
    organisation: null,
    now: '2026-11-22T00:00:00.000Z',
  });
  if (!added.ok) throw new Error(added.refusal.code);
  register.close();
}

/** What the process confirmed before it was killed: number and hash. */
async function publishUntilKilled(
  file: string,
  isGuarded: boolean,
  lifeMs: number,
): Promise<readonly (readonly [number, string])[]> {
  const process_ = spawn(process.execPath, [child, file, isGuarded ? '' : 'unguarded'], {
    stdio: ['ignore', 'pipe', isGuarded ? 'inherit' : 'ignore'],
  });
  const confirmations: (readonly [number, string])[] = [];
  let isKilled = false;
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line === 'ready') {
      setTimeout(() => {
        isKilled = true;
        process_.kill('SIGKILL');
      }, Math.random() * lifeMs);
      continue;
    }
    const [number, sha256 = ''] = line.split(' ');
    // A line cut by the kill was not seen whole, so nothing was confirmed by it.
    if (sha256.length === 64) confirmations.push([Number(number), sha256]);
  }
  // What is half there can also stop the next process: then it ends before the kill.
  if (!isKilled && isGuarded) throw new Error('the publishing process ended by itself');
  return confirmations;
}

async function lookForLost(
  register: Register,
  confirmed: ReadonlyMap<number, string>,
): Promise<readonly string[]> {
  const work = await findWork(register.read, testCharter);
  const stored = new Map(
    (await listEditions(register.read, work?.id ?? 0)).map((one) => [one.number, one.sha256]),
  );
  return [...confirmed].flatMap(([number, sha256]) =>
    stored.get(number) === sha256 ? [] : [`edition ${number}`],
  );
}

async function lookForDamage(register: Register): Promise<readonly string[]> {
  const { damaged } = await verifyRegister(register);
  return damaged.map((id) => `edition id ${id} does not give its hash`);
}

/** Editions after one that was looked at before; what was whole then cannot change any more. */
async function lookForHalves(register: Register, looked: number): Promise<readonly string[]> {
  const { read } = register;
  const found: string[] = [];
  const work = await findWork(read, testCharter);
  const counted = read.all<{ number: number; cards: number; audits: number }>(
    `SELECT e.number, (SELECT count(*) FROM edition_cards AS c WHERE c.edition_id = e.id) AS cards,
       (SELECT count(*) FROM audit AS a WHERE a.action = 'edition.published'
          AND json_extract(a.details, '$.number') = e.number) AS audits
     FROM editions AS e WHERE e.number >= ${looked}`,
  );
  for (const { number, cards, audits } of counted.filter((row) => row.number > looked)) {
    const edition = await findEdition(read, work?.id ?? 0, number);
    if (!edition) continue;
    const isWhole =
      cards === 1 &&
      (number === 1 || audits === 1) &&
      (await findRendering(read, edition.sha256, rendererVersion)) !== null &&
      (await listProvisions(read, edition.id)).length === renderBody(edition.manifest.body).provisions.length;
    if (!isWhole) found.push(`edition ${number} is there in part`);
  }
  const numbers = counted.map((row) => row.number).sort((a, b) => a - b);
  const first = numbers[0] ?? 1;
  if (numbers.some((number, index) => number !== index + first)) found.push('the numbers have a gap');
  return found;
}

/** `npm run prove -- kill-publish [--size N] [--server]`. Exit code 0 when the promise held and the control failed. */
export default async function proveKillPublish(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '100' }, server: { type: 'boolean', default: false } },
  });
  const kills = Number(values.size);
  const onKill = (done: number) => done % 20 === 0 && console.log(`${done} of ${kills} kills`);
  const kept = await killPublish({
    kills,
    isGuarded: true,
    onKill,
    through: values.server ? 'server' : 'verbs',
  });
  console.log(
    `${kept.confirmed} publishes confirmed, ${kept.lost.length} lost, ${kept.half.length} half visible`,
  );
  const control = await killPublish({ kills: Math.min(kills, 30), isGuarded: false });
  console.log(`control without the transaction: ${control.half.length} half visible (must be more than 0)`);
  const isKept = kept.lost.length === 0 && kept.half.length === 0 && kept.confirmed > 0;
  const hasTeeth = control.half.length > 0;
  console.log(isKept && hasTeeth ? 'The promise held.' : 'The promise did not hold.');
  return isKept && hasTeeth ? 0 : 1;
}
