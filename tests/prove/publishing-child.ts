/**
 * Publishes editions of one charter as fast as it can and prints a line for each confirmed one, until
 * it is killed. `unguarded` takes the transaction away: every statement then stands alone.
 */
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openRegister, type Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { testCharter } from '../support/test-archive.ts';

const [, , file = '', mode = ''] = process.argv;
const register = mode === 'unguarded' ? withoutTransactions(file) : openRegister({ file });
const registrar: Actor = { userId: 1, memberships: [{ role: 'registrar', organisation: null }] };

function withoutTransactions(path: string): Register {
  const guarded = openRegister({ file: path });
  const loose = drizzle({ client: new Database(path) });
  return { ...guarded, write: (work) => work(loose) };
}

async function publishOnce(): Promise<void> {
  const now = new Date().toISOString();
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
  const published = await publishEdition(register, registrar, testCharter, saved.value.version, now);
  if (!published.ok) throw new Error(published.refusal.code);
  process.stdout.write(`${published.value.number} ${published.value.sha256}\n`);
}

process.stdout.write('ready\n');
for (;;) await publishOnce();
