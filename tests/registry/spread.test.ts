import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { keyOfAdopter } from '../../src/domain/adoption.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { openOrganisation } from '../../src/registry/open-organisation.ts';
import { openRelations } from '../../src/registry/open-relations.ts';
import { openSpread } from '../../src/registry/open-spread.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const body = '## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nทดสอบ\n\n### ข้อ 2 ป่า\n\nทดสอบ';
let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

async function store(path: string, ...editions: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const [type, slug = ''] = path.split('/');
  const name = { type, slug } as WorkName;
  const nature = type === 'cases' ? 'informational' : 'social_agreement';
  const archived = editions.map((changes, index) =>
    archivedEdition(
      name,
      index + 1,
      editionText(index + 1, { title: `ทดสอบ ${slug}`, legalNature: nature, ...changes }, body),
    ),
  );
  const work = { name, about: { steward: null, events: [] }, editions: archived };
  expect(await importArchive(register, { organisations: [], works: [work] }, now)).toMatchObject({
    ok: true,
  });
}

const storeOrganisation = async (): Promise<void> => {
  const archive = { organisations: [northOrganisation], works: [] };
  expect(await importArchive(register, archive, now)).toMatchObject({ ok: true });
};

async function spreadOf(slug: string) {
  const opened = await openSpread(register, slug, now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const adopting = (target: string, note: string, kind = 'adopts') => ({
  relations: `[{ kind: ${kind}, target: ${target}, note: '${note}' }]`,
});

test('a case that nobody took over says so', async () => {
  await store('cases/test-case', {});
  expect(await spreadOf('test-case')).toMatchObject({ adoptions: [], adopters: 0, hops: 0, isWhole: true });
});

test('a case that is not there, or not published, is not found', async () => {
  expect(await openSpread(register, 'test-case', now)).toMatchObject({ refusal: { code: 'work_not_found' } });
});

test('an adoption is dated by the first edition that tells of it, and followed to who took the clause on', async () => {
  await store('cases/test-case', {});
  await store(
    'charters/test-b',
    {},
    adopting('cases/test-case', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 2 (#cl-2) ตัดค่าปรับ'),
    adopting('cases/test-case', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 2 (#cl-2) ตัดค่าปรับ'),
  );
  await store('charters/test-c', adopting('charters/test-b#cl-2', 'ใช้ที่ข้อ 1 (#cl-1)', 'derives_from'));
  await store('charters/test-d', adopting('charters/test-b#cl-1', 'ใช้ที่ข้อ 1 (#cl-1)', 'derives_from'));
  const page = await spreadOf('test-case');
  expect(page).toMatchObject({ adopters: 2, hops: 2 });
  const [first, second] = page.adoptions;
  expect(first).toMatchObject({
    hop: 1,
    adopterName: 'ทดสอบ test-b',
    became: [{ eid: 'cl-2', label: 'ข้อ 2', heading: 'ป่า' }],
    statements: [
      { told: { slug: 'test-b', edition: 2 }, date: { value: { start: '2018-05-15' } }, change: 'ตัดค่าปรับ' },
    ],
  });
  expect(second).toMatchObject({ hop: 2, taken: [{ eid: 'cl-2' }], became: [{ eid: 'cl-1' }] });
  expect(second && keyOfAdopter(second.adopter)).toBe('charters/test-c');
});

test('both ends know of each other: the case counts its adopters, and an adopter names the case, however far', async () => {
  await store('cases/test-case', {});
  await store('charters/test-b', adopting('cases/test-case', 'ใช้ที่ข้อ 2 (#cl-2)'));
  await store('charters/test-c', adopting('charters/test-b#cl-2', 'ใช้ที่ข้อ 1 (#cl-1)', 'derives_from'));
  const page = await openEdition(register, { type: 'cases', slug: 'test-case' }, 'current', now);
  expect(page.ok && page.value.spread).toMatchObject({ adopters: 2, hops: 2 });
  for (const slug of ['test-b', 'test-c']) {
    const { spreadOf: origins } = await openRelations(register, { type: 'charters', slug }, []);
    expect(origins.map((one) => one.slug)).toEqual(['test-case']);
  }
});

test('what the current edition of an adopter no longer says is not counted', async () => {
  await store('cases/test-case', {});
  await store('charters/test-b', adopting('cases/test-case', 'ทดสอบ'), {});
  expect(await spreadOf('test-case')).toMatchObject({ adopters: 0 });
});

describe('what the case itself tells', () => {
  const told = `{ adoptions: { value: [
      { adopter: อบต.ทดสอบ, organisation: sao-test-north, date: { start: '2015' }, change: เพิ่มเรื่องไฟป่า },
      { adopter: ตำบลที่ทะเบียนไม่รู้จัก, clauseWords: ข้อ 9 ทดสอบ },
      { adopter: ตำบลทดสอบ, clause: 'charters/test-d#cl-2' }], sources: [s1] } }`;

  test('is counted with what adopters tell, side by side where they differ, and followed on', async () => {
    await storeOrganisation();
    await store('cases/test-case', { facts: told });
    await store('charters/test-b', {
      parties: '[{ organisation: sao-test-north, role: owner }]',
      ...adopting('cases/test-case', 'ใช้ที่ข้อ 2 (#cl-2)'),
    });
    await store('charters/test-d', {});
    await store('charters/test-e', adopting('charters/test-d#cl-2', 'ทดสอบ', 'derives_from'));
    const page = await spreadOf('test-case');
    expect(page.adoptions.map(({ to, hop, contested }) => [to, hop, contested])).toEqual([
      ['charters/test-b', 1, ['date']],
      ['charters/test-d', 1, []],
      ['words/ตำบลที่ทะเบียนไม่รู้จัก', 1, []],
      ['charters/test-e', 2, []],
    ]);
    expect(page.adoptions[0]?.statements.map(({ statedBy }) => statedBy)).toEqual(['adopter', 'origin']);
  });

  test('is known to the text and to the organisation that it names', async () => {
    await storeOrganisation();
    await store('cases/test-case', { facts: told });
    await store('charters/test-d', {});
    const { spreadOf: origins } = await openRelations(register, { type: 'charters', slug: 'test-d' }, []);
    expect(origins.map((one) => one.slug)).toEqual(['test-case']);
    const opened = await openOrganisation(register, 'sao-test-north', now);
    expect(opened.ok && opened.value.adoptions).toMatchObject([{ origin: { slug: 'test-case' }, by: null }]);
    await store('charters/test-b', {
      parties: '[{ organisation: sao-test-north, role: owner }]',
      ...adopting('cases/test-case', 'ทดสอบ'),
    });
    const again = await openOrganisation(register, 'sao-test-north', now);
    expect(again.ok && again.value.adoptions).toMatchObject([{ by: { slug: 'test-b' } }]);
  });
});
