/**
 * Publishes editions of one charter as fast as it can, by hand and by plan in turn, and prints a line for each confirmed
 * edition and each confirmed plan, until it is killed. `unguarded` takes the transaction away: every statement then
 * stands alone.
 */
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openRegister, type Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findEdition } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { publishDue } from '../../src/registry/publish-due.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { scheduleDraft } from '../../src/registry/schedule-draft.ts';
import { testCharter } from '../support/test-archive.ts';

const [, , file = '', mode = ''] = process.argv;
const register = mode === 'unguarded' ? withoutTransactions(file) : openRegister({ file });
const registrar: Actor = { userId: 1, memberships: [{ role: 'registrar', organisation: null }] };

function withoutTransactions(path: string): Register {
  const guarded = openRegister({ file: path });
  const loose = drizzle({ client: new Database(path) });
  return { ...guarded, write: (work) => work(loose) };
}

/** @returns the version that waits to be published */
async function write(now: string): Promise<number> {
  await amendWork(register, registrar, testCharter, now);
  const work = await findWork(register.read, testCharter);
  const draft = work && (await findDraft(register.read, work.id));
  if (!draft) throw new Error('no draft');
  const body = `${draft.content.body}\n\nแก้ไขเมื่อ ${now}`.slice(-4000);
  const fields = { ...fieldsOf(draft.content), body, changeNote: `แก้ไขทดสอบ ${now}` };
  const saved = await saveDraft(
    register,
    registrar,
    testCharter,
    { expectedVersion: draft.version, fields },
    now,
  );
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.version;
}

async function publishByHand(): Promise<void> {
  const now = new Date().toISOString();
  const version = await write(now);
  const published = await publishEdition(register, registrar, testCharter, version, now);
  if (!published.ok) throw new Error(published.refusal.code);
  process.stdout.write(`${published.value.number} ${published.value.sha256}\n`);
}

async function publishByPlan(): Promise<void> {
  const now = new Date().toISOString();
  const expectedVersion = await write(now);
  const publishAt = new Date(Date.parse(now) + 1).toISOString();
  const plan = { expectedVersion, publishAt, personalDataReason: null };
  const planned = await scheduleDraft(register, registrar, testCharter, plan, now);
  if (!planned.ok) throw new Error(planned.refusal.code);
  process.stdout.write(`planned ${expectedVersion}\n`);
  const [due] = await publishDue(register, publishAt);
  if (!due || !('published' in due.outcome)) throw new Error(`the plan came to ${JSON.stringify(due)}`);
  const work = await findWork(register.read, testCharter);
  const edition = work && (await findEdition(register.read, work.id, due.outcome.published));
  if (edition) process.stdout.write(`${edition.manifest.edition} ${edition.sha256}\n`);
}

process.stdout.write('ready\n');
for (;;) {
  await publishByHand();
  await publishByPlan();
}
