import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { listWorkNames } from '../../db/works.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { longBody } from '../support/long-body.ts';
import { quantile } from './cpu.ts';
import { onCopy } from './on-copy.ts';

/** Milliseconds at the 95th percentile that a save and a publication of a text of 32 KB may take. */
const promised = { save: 50, publish: 150 } as const;
const textBytes = 32 * 1024;

type Desk = {
  readonly register: Register;
  readonly site: DeskSite;
  readonly actor: Actor;
  readonly work: WorkName;
};
/** Milliseconds by the clock, and of this process's CPU: on a busy machine the clock tells of others. */
type Measured = { readonly clock: number; readonly cpu: number };
type Times = Record<'save' | 'autosave' | 'publish' | 'two fsynced writes of 4 KB', Measured[]>;

/**
 * `DATA_DIR=… npm run bench -- desk [--rounds N]`: on a copy of that register, saves a text of 32 KB through the built
 * page and publishes it, beside two fsynced writes of 4 KB to the same disk. Exit code 1 when a promise was not kept.
 */
export default async function benchDesk(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '40' } } });
  const from = process.env['DATA_DIR'];
  if (from === undefined) {
    console.error('DATA_DIR=FOLDER npm run bench -- desk [--rounds N]; the register is copied, not changed');
    return 2;
  }
  return onCopy(join(from, 'registry.db'), async (register, folder) =>
    report(await measure(await prepare(register), folder, Number(values.rounds))),
  );
}

async function prepare(register: Register): Promise<Desk> {
  const added = await addUser(register, {
    username: 'bench-officer',
    password: 'a long password for a bench',
    displayName: 'ผู้ทดสอบ',
    role: 'registrar',
    organisation: null,
    now: new Date().toISOString(),
  });
  if (!added.ok) throw new Error(added.refusal.code);
  const actor: Actor = {
    userId: added.value.userId,
    memberships: [{ role: 'registrar', organisation: null }],
  };
  const names = await listWorkNames(register.read);
  console.log(`${names.length} works`);
  return { register, site: await aDeskSite(register), actor, work: await aWorkToAmend(register) };
}

/** A charter without a steward, so that one person may save and publish it. */
async function aWorkToAmend(register: Register): Promise<WorkName> {
  for (const { id, type, slug } of await listWorkNames(register.read)) {
    if (type === 'charters' && (await findEdition(register.read, id, 1))) return { type, slug };
  }
  throw new Error('the register has no charter to amend');
}

async function measure(desk: Desk, folder: string, rounds: number): Promise<Times> {
  const times: Times = { save: [], autosave: [], publish: [], 'two fsynced writes of 4 KB': [] };
  const body = longBody(textBytes);
  for (let round = 0; round < rounds; round += 1) {
    await amendWork(desk.register, desk.actor, desk.work, new Date().toISOString());
    for (const action of ['autosave', 'save', 'autosave', 'save', 'save'] as const) {
      const text = `${body}\n\nรอบทดสอบ ${round} ${action} ${times.save.length + times.autosave.length}`;
      times[action].push(await timed(() => save(desk, action, text)));
      times['two fsynced writes of 4 KB'].push(await timed(async () => writeTwice(folder)));
    }
    times.publish.push(await timed(() => publish(desk)));
  }
  return times;
}

async function timed(work: () => Promise<void>): Promise<Measured> {
  const began = performance.now();
  const { cpu } = await cpuOf(work);
  return { clock: performance.now() - began, cpu };
}

const draftOf = async ({ register, actor, work }: Desk) => {
  const page = await openDraft(register, actor, work);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.draft;
};

/** Through the page, as a browser sends it; to read the version is part of the time. */
async function save(desk: Desk, action: 'save' | 'autosave', body: string): Promise<void> {
  const { content, version } = await draftOf(desk);
  const form = { ...fieldsOf(content), changeNote: 'ทดสอบความเร็ว', body, version: String(version), action };
  const answer = await desk.site.post(`/desk/${desk.work.type}/${desk.work.slug}`, desk.actor, form);
  if (answer.status !== (action === 'save' ? 303 : 200)) throw new Error(`${action}: ${answer.status}`);
}

async function publish(desk: Desk): Promise<void> {
  const { version } = await draftOf(desk);
  const published = await publishEdition(
    desk.register,
    desk.actor,
    desk.work,
    version,
    new Date().toISOString(),
  );
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
}

/** The least that two commits to a disk cost here. */
function writeTwice(folder: string): void {
  const file = openSync(join(folder, 'beside'), 'w');
  for (let write = 0; write < 2; write += 1) {
    writeSync(file, Buffer.alloc(4096, write + 1));
    fsyncSync(file);
  }
  closeSync(file);
}

function report(times: Times): number {
  const rows = Object.entries(times).map(([what, all]) => ({
    what,
    count: all.length,
    median: shareOf(all, 'clock', 0.5).toFixed(1),
    p95: shareOf(all, 'clock', 0.95).toFixed(1),
    'CPU median': shareOf(all, 'cpu', 0.5).toFixed(1),
    'CPU p95': shareOf(all, 'cpu', 0.95).toFixed(1),
  }));
  console.table(rows);
  const isKept = (['save', 'publish'] as const).every(
    (what) => shareOf(times[what], 'clock', 0.95) <= promised[what],
  );
  console.log(
    `promised at the 95th percentile: save ${promised.save} ms, publish ${promised.publish} ms: ${isKept ? 'kept' : 'not kept'}`,
  );
  return isKept ? 0 : 1;
}

const shareOf = (all: readonly Measured[], by: keyof Measured, share: number): number =>
  quantile(
    all.map((one) => one[by]),
    share,
  );
