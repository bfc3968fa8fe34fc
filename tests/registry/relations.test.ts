import { globSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { openRelations } from '../../src/registry/open-relations.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const target: WorkName = { type: 'charters', slug: 'test-target' };
let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

async function store(name: WorkName, ...relations: readonly (string | null)[]): Promise<void> {
  const editions = relations.map((text, index) =>
    archivedEdition(
      name,
      index + 1,
      editionText(index + 1, { title: `ทดสอบ ${name.slug}`, ...(text !== null && { relations: text }) }),
    ),
  );
  const work = { name, about: { steward: null, events: [] }, editions };
  expect(await importArchive(register, { organisations: [], works: [work] }, now)).toMatchObject({
    ok: true,
  });
}

async function relationsOf(name: WorkName) {
  const page = await openEdition(register, name, 'current', now);
  return openRelations(register, name, page.ok ? page.value.manifest.relations : []);
}

test('a relation is shown on both ends, with the provision that it points at', async () => {
  await store(target, null);
  await store(
    { type: 'charters', slug: 'test-source' },
    '[{ kind: implements, target: charters/test-target#cl-1, note: บันทึกทดสอบ }, { kind: cites, target: charters/nobody-has-it }]',
  );
  const here = await relationsOf({ type: 'charters', slug: 'test-source' });
  expect(here.outgoing.map(({ work, ties }) => [work?.title ?? null, ties[0]?.other?.eid ?? null])).toEqual([
    ['ทดสอบ test-target', 'cl-1'],
    [null, null],
  ]);
  expect(here.incoming).toEqual([]);
  const there = await relationsOf(target);
  expect(there).toMatchObject({
    outgoing: [],
    incoming: [
      {
        ...{ kind: 'implements', work: { slug: 'test-source', currentNumber: 1 } },
        ties: [{ note: 'บันทึกทดสอบ', targetEid: 'cl-1', other: null }],
      },
    ],
    incomingTotal: 1,
  });
});

test('a relation that the current edition no longer has is not shown on the other end', async () => {
  await store(target, null);
  await store(
    { type: 'charters', slug: 'test-source' },
    '[{ kind: adopts, target: charters/test-target }]',
    null,
  );
  expect((await relationsOf(target)).incoming).toEqual([]);
});

test('ties of one kind between two works stand together, each with its provisions', async () => {
  await store(target, null);
  const tie = (eid: string) =>
    `{ kind: derives_from, target: "charters/test-target#cl-1", note: "ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#${eid})" }`;
  await store({ type: 'charters', slug: 'test-source' }, `[${tie('cl-1')}, ${tie('cl-9')}]`);
  const there = await relationsOf(target);
  expect(there.incoming.map(({ ties }) => ties.map(({ ownEid, other }) => [ownEid, other?.label]))).toEqual([
    [
      ['cl-1', 'ข้อ 1'],
      ['cl-9', undefined],
    ],
  ]);
  expect(there.incomingTotal).toBe(1);
  const here = await relationsOf({ type: 'charters', slug: 'test-source' });
  expect(here.outgoing.map(({ ties }) => ties.length)).toEqual([2]);
});

test('of very many works that point at one so many are named, and all are counted', async () => {
  await store(target, null);
  for (let index = 1; index <= 55; index += 1) {
    await store(
      { type: 'charters', slug: `test-source-${index}` },
      '[{ kind: instance_of_template, target: charters/test-target }]',
    );
  }
  const { incoming, incomingTotal } = await relationsOf(target);
  expect([incoming.length, incomingTotal]).toEqual([50, 55]);
});

test('the table of relations says what the manifests say', async () => {
  await store(
    { type: 'charters', slug: 'test-source' },
    '[{ kind: cites, target: charters/test-target#cl-2, note: "ฉบับลำดับที่ ๓ ใช้ที่ข้อ 7 (#cl-7)" }]',
  );
  const table = sql`SELECT edition_id, position, kind, target, target_eid, note FROM edition_relations`;
  const manifests = sql`SELECT e.id AS edition_id, r.key AS position, r.value ->> 'kind' AS kind,
      substr(r.value ->> 'target', 1, instr((r.value ->> 'target') || '#', '#') - 1) AS target,
      nullif(substr(r.value ->> 'target', instr((r.value ->> 'target') || '#', '#') + 1), '') AS target_eid,
      r.value ->> 'note' AS note
    FROM editions AS e, json_each(e.manifest, '$.relations') AS r`;
  expect(register.read.all(table)).toEqual(register.read.all(manifests));
  expect(register.read.all(table)).toMatchObject([{ target: 'charters/test-target', target_eid: 'cl-2' }]);
});

test('an older register reads the notes of its relations as they are read when an edition is stored', async () => {
  const notes = [
    'ฉบับลำดับที่ ๑๒ ใช้ที่ข้อ 7 (#cl-7)',
    'ฉบับลำดับที่3 ปรับถ้อยคำ',
    'ฉบับลำดับที่ 12345',
    'ใช้ที่ข้อ 2 (#CL-2)',
    'อ่านเมื่อ พ.ศ. 2560 (ต้นปี)',
    'ฉบับลำดับที่ สอง (#)',
  ];
  const relations = notes.map((note) => `{ kind: cites, target: charters/test-target, note: "${note}" }`);
  await store({ type: 'charters', slug: 'test-source' }, `[${relations.join(', ')}]`);
  const read = () =>
    register.read.all(sql`SELECT target_edition, own_eid FROM edition_relations ORDER BY position`);
  const stored = read();
  expect(stored).toMatchObject([
    { target_edition: 12, own_eid: 'cl-7' },
    { target_edition: 3, own_eid: null },
    ...Array.from({ length: 4 }, () => ({ target_edition: null, own_eid: null })),
  ]);
  const file = globSync('db/migrations/*_lineage.sql')[0] ?? '';
  const updates = readFileSync(file, 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => statement.includes('UPDATE edition_relations'));
  await register.write(async (transaction) => {
    transaction.run(sql`UPDATE edition_relations SET target_edition = NULL, own_eid = NULL`);
    for (const update of updates) transaction.run(sql.raw(update));
  });
  expect(read()).toEqual(stored);
  expect(updates).toHaveLength(2);
});
