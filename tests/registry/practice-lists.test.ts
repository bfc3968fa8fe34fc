import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import type { ListFilter } from '../../src/domain/list-filter.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { type KnownAsOf, knowAsOf } from '../../src/registry/know-as-of.ts';
import { listOwedReports } from '../../src/registry/list-owed-reports.ts';
import { listWorks } from '../../src/registry/list-works.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
let clock: Instant;
let register: Register;
beforeEach(async () => {
  clock = now;
  register = await emptyRegister(':memory:', () => clock);
});
afterEach(() => register.close());

async function store(name: WorkName, ...facts: readonly string[]): Promise<void> {
  const editions = facts.map((text, index) =>
    archivedEdition(name, index + 1, editionText(index + 1, { legalNature: 'informational', facts: text })),
  );
  const work = { name, about: { steward: null, events: [] }, editions };
  expect(await importArchive(register, { organisations: [], works: [work] }, clock)).toMatchObject({
    ok: true,
  });
}

async function slugsOf(filter: ListFilter, at: Instant, asOf?: KnownAsOf): Promise<readonly string[]> {
  const offers = ['results', 'reports'] as const;
  const asked = { page: 1, order: 'title', offers, ...(asOf && { asOf }) } as const;
  return (await listWorks(register, filter, asked, at)).works.map(({ slug }) => slug).sort();
}

test('cases are found by whether they state results, expect them, or say neither', async () => {
  await store({ type: 'cases', slug: 'stated' }, '{ results: [น้ำเพิ่มเพื่อทดสอบ] }');
  await store(
    { type: 'cases', slug: 'expected' },
    '{ results: { state: unknown }, expected: [{ what: น้ำเพิ่ม }] }',
  );
  await store({ type: 'cases', slug: 'silent' }, '{ problem: ทดสอบ }');
  for (const results of ['stated', 'expected'] as const) {
    expect(await slugsOf({ type: 'cases', results }, now)).toEqual([results]);
  }
  expect(await slugsOf({ type: 'cases', results: 'unstated' }, now)).toEqual(['silent']);
});

test('projects are found by an overdue report on the days on which one is, also as the register was before', async () => {
  const project: WorkName = { type: 'projects', slug: 'test-project' };
  const due = "{ name: งวดที่ 1, due: { start: '2026-11-30' }";
  await store(project, `{ reports: [${due} }] }`);
  const overdue: ListFilter = { type: 'projects', reports: 'overdue' };
  expect(await slugsOf(overdue, now)).toEqual([]);
  const late = '2026-12-05T02:00:00.000Z';
  expect(await slugsOf(overdue, late)).toEqual(['test-project']);
  clock = '2026-12-10T02:00:00.000Z';
  await store(
    project,
    `{ reports: [${due} }] }`,
    `{ reports: [${due}, submitted: { start: '2026-12-06' } }] }`,
  );
  expect(await slugsOf(overdue, clock)).toEqual([]);
  const then = await knowAsOf(register, '2026-12-05', clock);
  if (then.kind !== 'known') throw new Error(then.kind);
  expect(await slugsOf(overdue, clock, then.asOf)).toEqual(['test-project']);
});

test('the desk tells those who own or monitor a project which reports are overdue or due soon, and nobody else', async () => {
  await importArchive(register, { organisations: [northOrganisation, southOrganisation], works: [] }, now);
  const reports = `{ reports: [
    { name: งวดที่ 1, due: { start: '2026-11-01' } }, { name: งวดที่ 2, due: { start: '2026-12-15' } },
    { name: งวดที่ 3, due: { start: '2027-06-30' } }, { name: งวดที่ 0, due: { start: '2026-10-01' }, submitted: { start: '2026-10-01' } }] }`;
  const text = editionText(1, {
    legalNature: 'informational',
    facts: reports.replaceAll('\n', ' '),
    parties: `[{ organisation: ${northOrganisation.slug}, role: monitor }]`,
  });
  const name: WorkName = { type: 'projects', slug: 'test-project' };
  const work = { name, about: { steward: null, events: [] }, editions: [archivedEdition(name, 1, text)] };
  expect(await importArchive(register, { organisations: [], works: [work] }, now)).toMatchObject({
    ok: true,
  });
  const owedTo = async (...memberships: Actor['memberships']) =>
    (await listOwedReports(register, { userId: 1, memberships }, now)).map(({ name: of, state }) => [
      of,
      state.kind,
      state.days,
    ]);
  const both = [
    ['งวดที่ 1', 'overdue', 21],
    ['งวดที่ 2', 'soon', 23],
  ];
  expect(await owedTo({ role: 'editor', organisation: northOrganisation.slug })).toEqual(both);
  expect(await owedTo({ role: 'registrar', organisation: null })).toEqual(both);
  expect(await owedTo({ role: 'publisher', organisation: southOrganisation.slug })).toEqual([]);
});
