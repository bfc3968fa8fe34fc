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
import { findPublication } from '../../db/publications.ts';
import { findRendering } from '../../db/renderings.ts';
import { findWork } from '../../db/works.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { publishDue } from '../../src/registry/publish-due.ts';
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
  /** `verbs`: a process that calls the verbs, also those of a planned publication; `server`: the built server, published to over HTTP. */
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
  /** Plans that were confirmed, and how many of them a kill kept from being published in time. */
  readonly planned: number;
  readonly overdue: number;
  /** Confirmed plans that did not become one edition, also after the register was opened again. */
  readonly forgotten: readonly string[];
};

/** What a process confirmed before it was killed: editions with their hashes, and versions that were planned. */
type Confirmations = {
  readonly editions: readonly (readonly [number: number, sha256: string])[];
  readonly planned: readonly number[];
};

/** Kills a publishing process with SIGKILL at random moments and looks at what is left each time. */
export async function killPublish(options: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-publish-'));
  const file = join(folder, 'registry.db');
  await prepare(file);
  const confirmed = new Map<number, string>();
  const lost = new Set<string>();
  const half = new Set<string>();
  const planned = new Set<number>();
  const forgotten = new Set<string>();
  let overdue = 0;
  let lifeMs = firstLifeMs;
  let looked = 0;
  for (let kill = 0; kill < options.kills; kill += 1) {
    const seen =
      options.through === 'server'
        ? { editions: await publishOverHttpUntilKilled(folder, testCharter, killer, 4 * lifeMs), planned: [] }
        : await publishUntilKilled(file, options.isGuarded, lifeMs);
    for (const [number, sha256] of seen.editions) confirmed.set(number, sha256);
    for (const version of seen.planned) planned.add(version);
    if (confirmed.size === 0) lifeMs = Math.min(lifeMs * 2, 5_000);
    const register = openRegister({ file });
    for (const found of await lookForLost(register, confirmed)) lost.add(found);
    for (const found of await lookForHalves(register, looked)) half.add(found);
    if (options.isGuarded) {
      const caughtUp = await publishDue(register, new Date(Date.now() + 60_000).toISOString());
      overdue += caughtUp.length;
      for (const found of await lookForForgotten(register, seen.planned)) forgotten.add(found);
      if (caughtUp.length > 0) for (const found of await lookForHalves(register, looked)) half.add(found);
    }
    looked = Math.max(looked, ...confirmed.keys());
    if (kill === options.kills - 1) for (const found of await lookForDamage(register)) half.add(found);
    register.close();
    options.onKill?.(kill + 1);
  }
  rmSync(folder, { recursive: true });
  return {
    confirmed: confirmed.size,
    lost: [...lost],
    half: [...half],
    planned: planned.size,
    overdue,
    forgotten: [...forgotten],
  };
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

async function publishUntilKilled(file: string, isGuarded: boolean, lifeMs: number): Promise<Confirmations> {
  const process_ = spawn(process.execPath, [child, file, isGuarded ? '' : 'unguarded'], {
    stdio: ['ignore', 'pipe', isGuarded ? 'inherit' : 'ignore'],
  });
  const editions: (readonly [number, string])[] = [];
  const planned: number[] = [];
  let isKilled = false;
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line === 'ready') {
      setTimeout(() => {
        isKilled = true;
        process_.kill('SIGKILL');
      }, Math.random() * lifeMs);
      continue;
    }
    const [first = '', second = ''] = line.split(' ');
    // A line cut by the kill was not seen whole, so nothing was confirmed by it.
    if (second.length === 64) editions.push([Number(first), second]);
    if (first === 'planned' && /^\d+$/.test(second)) planned.push(Number(second));
  }
  // What is half there can also stop the next process: then it ends before the kill.
  if (!isKilled && isGuarded) throw new Error('the publishing process ended by itself');
  return { editions, planned };
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

/** A plan comes to one edition: also when the moment passed while nothing ran, and never to two. */
async function lookForForgotten({ read }: Register, planned: readonly number[]): Promise<readonly string[]> {
  const work = await findWork(read, testCharter);
  const counts = await Promise.all(
    planned.map(async (version) => [version, await findPublication(read, work?.id ?? 0, version)] as const),
  );
  return counts.flatMap(([version, published]) => (published ? [] : [`the plan for version ${version}`]));
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
  console.log(
    `${kept.planned} plans confirmed, ${kept.overdue} overdue at a kill and published after it, ${kept.forgotten.length} forgotten`,
  );
  const control = await killPublish({ kills: Math.min(kills, 30), isGuarded: false });
  console.log(`control without the transaction: ${control.half.length} half visible (must be more than 0)`);
  const isKept =
    [kept.lost, kept.half, kept.forgotten].every(({ length }) => length === 0) && kept.confirmed > 0;
  // Of many kills some fall between a plan and its publication: only they say anything about what is overdue.
  const hasTeeth = control.half.length > 0 && (values.server || kills < 50 || kept.overdue > 0);
  console.log(isKept && hasTeeth ? 'The promise held.' : 'The promise did not hold.');
  return isKept && hasTeeth ? 0 : 1;
}
