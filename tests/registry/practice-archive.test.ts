import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T00:00:00.000Z';

const projectFacts = `{
  targetGroups: [{ label: ผู้สูงอายุทดสอบ, planned: { amount: 40, unit: คน }, attended: { state: unknown } }],
  formats: [online, hybrid], activityTypes: [surveys, evaluation],
  areas: [{ province: ทดสอบ, district: { state: not_stated, note: ช่องว่าง } }, { province: ทดสอบใต้ }],
  reports: [{ name: งวดที่ 1, due: { start: '2024-03-31' }, submitted: { start: '2024-04-10', textAsWritten: 10 เม.ย. 67 },
    lateReason: น้ำท่วมทดสอบ, support: เลื่อนให้ }, { name: งวดที่ 2 }],
  visits: [{ date: { start: '2024-05' }, organisation: sao-test-north, seen: { value: ครบ, sources: [s1] } }] }`;

const caseFacts = `{
  results: { state: unknown, note: ยังไม่ได้วัด },
  expected: [{ what: น้ำเพิ่ม, by: { start: '2027' }, when: วัดรอบถัดไป }],
  adoptions: [{ adopter: อบต.ทดสอบ, organisation: sao-test-north, clause: 'charters/test-b#cl-2', change: { state: none } }] }`;

const archived = (name: WorkName, facts: string) => ({
  name,
  about: { steward: null, events: [] },
  editions: [
    archivedEdition(
      name,
      1,
      editionText(1, {
        legalNature: 'informational',
        facts: facts.replaceAll('\n', ' '),
        parties: '[{ organisation: sao-test-north, role: monitor }]',
      }),
    ),
  ],
});

const filesOf = (register: Register) => Array.fromAsync(exportArchive(register));
const hashesOf = ({ read }: Register) =>
  read.all(
    sql`SELECT w.type, w.slug, e.number, e.sha256 FROM editions AS e JOIN works AS w ON w.id = e.work_id ORDER BY 1, 2, 3`,
  );

test('a project with reports and visits, and a case with adoptions, leave and enter with the same bytes and hashes', async () => {
  const first = await emptyRegister();
  const works = [
    archived({ type: 'projects', slug: 'test-project' }, projectFacts),
    archived({ type: 'cases', slug: 'test-case' }, caseFacts),
  ];
  expect(await importArchive(first, { organisations: [northOrganisation], works }, now)).toMatchObject({
    ok: true,
  });
  const files = await filesOf(first);
  const text = files.map((file) => file.text).join('\n');
  for (const kept of ['lateReason', 'hybrid', 'charters/test-b#cl-2', '10 เม.ย. 67', 'ช่องว่าง', 'monitor']) {
    expect(text).toContain(kept);
  }
  const second = await emptyRegister();
  const again = files.flatMap(({ path, text: content }) => {
    const match = /^(projects|cases)\/([a-z-]+)\/1\.md$/.exec(path);
    if (!match) return [];
    const name = { type: match[1], slug: match[2] } as WorkName;
    return [{ name, about: { steward: null, events: [] }, editions: [archivedEdition(name, 1, content)] }];
  });
  expect(again).toHaveLength(2);
  const outcome = await importArchive(second, { organisations: [northOrganisation], works: again }, now);
  expect(outcome).toMatchObject({ ok: true });
  expect(await filesOf(second)).toEqual(files);
  expect(hashesOf(second)).toEqual(hashesOf(first));
  await Promise.all([first.close(), second.close()]);
});
