import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Provenance, Relation } from '../../src/domain/edition.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { countRelatives } from '../../src/registry/count-relatives.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { type LineageHop, openProvision, type ProvisionPage } from '../../src/registry/open-provision.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const charterOf = (slug: string): WorkName => ({ type: 'charters', slug });

type Edition = { readonly clauses: readonly string[]; readonly relations?: readonly Relation[] };

/** A clause of the text; what stands before a colon is its heading. */
const bodyOf = (clauses: readonly string[]): string =>
  clauses.map((text, index) => `### ข้อ ${index + 1} ${text.split(':')[0]}\n\n${text}`).join('\n\n');

async function store(
  register: Register,
  slug: string,
  editions: readonly Edition[],
  provenance: Provenance = 'test',
) {
  const name = charterOf(slug);
  const work = {
    name,
    about: { steward: null, events: [] },
    editions: editions.map(({ clauses, relations = [] }, index) =>
      archivedEdition(
        name,
        index + 1,
        editionText(
          index + 1,
          { title: `ทดสอบ ${slug}`, provenance, relations: JSON.stringify(relations) },
          bodyOf(clauses),
        ),
      ),
    ),
  };
  expect(await importArchive(register, { organisations: [], works: [work] }, now)).toMatchObject({
    ok: true,
  });
}

const tie = (target: string, note: string, kind: Relation['kind'] = 'derives_from'): Relation => ({
  kind,
  target: `charters/${target}`,
  note,
});

const drill = 'ซ้อม: ตำบลซ้อมหนีภัยปีละหนึ่งครั้ง โดยมีผู้สูงอายุ คนพิการ และเด็กร่วมซ้อมด้วย';
const water = 'น้ำ: คนในตำบลไม่ทิ้งขยะ น้ำเสีย หรือซากสัตว์ลงในแหล่งน้ำ และไม่ปิดกั้นทางน้ำสาธารณะ';
const review = 'ทบทวน: ทบทวนข้อตกลงนี้ทุกสามปี และเล่าให้ประชาคมฟังว่าเรื่องใดทำได้เรื่องใดทำไม่ได้';
const village = drill.replace('ตำบลซ้อม', 'หมู่บ้านซ้อม');

let register: Register;
beforeAll(async () => {
  register = await emptyRegister();
  await store(register, 'declaration', [{ clauses: [water, drill] }]);
  await store(register, 'tambon', [
    {
      clauses: [drill, review],
      relations: [tie('declaration#cl-2', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1)', 'implements')],
    },
    {
      clauses: [water, drill],
      relations: [tie('declaration#cl-2', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 2 (#cl-2)', 'implements')],
    },
  ]);
  // Taken from the first edition, in which the clause about drills was the first.
  await store(register, 'village', [
    { clauses: [village], relations: [tie('tambon#cl-1', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1) ทำเอง')] },
  ]);
  await store(register, 'other-village', [
    {
      clauses: [drill, water],
      relations: [
        tie('tambon#cl-2', 'ฉบับลำดับที่ 2 ใช้ที่ข้อ 1 (#cl-1)', 'cites'),
        tie('tambon#cl-2', 'ฉบับลำดับที่ 2 ใช้ที่ข้อ 1 (#cl-1)'),
      ],
    },
  ]);
  await store(register, 'instance', [
    { clauses: [drill, review], relations: [tie('tambon', 'ฉบับลำดับที่ 1', 'instance_of_template')] },
  ]);
  await store(register, 'circle-a', [
    { clauses: [drill], relations: [tie('circle-b#cl-1', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1)')] },
  ]);
  await store(register, 'circle-b', [
    { clauses: [drill], relations: [tie('circle-a#cl-1', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1)')] },
  ]);
});
afterAll(() => register.close());

const open = (slug: string, eid: string, edition: number | null = null, page = 1) =>
  openProvision(register, charterOf(slug), { eid, edition, page }, now);

async function pageOf(slug: string, eid: string, edition: number | null = null): Promise<ProvisionPage> {
  const opened = await open(slug, eid, edition);
  if (!opened.ok || opened.value.kind !== 'page') throw new Error(JSON.stringify(opened));
  return opened.value.page;
}

/** `slug#eid words`, and what is further on. */
const told = (hops: readonly LineageHop[]): unknown[] =>
  hops.map(({ end, words, further, onward }) => [
    `${end?.edition.slug}#${end?.eid} ${words.kind}${onward === 'told' ? '' : ` ${onward}`}`,
    ...told(further),
  ]);

describe('a provision', () => {
  test('is walked back to where it came from, and on to who took it over, also under an older number', async () => {
    const tambon = await pageOf('tambon', 'cl-2');
    expect(told(tambon.ancestors.hops)).toEqual([['declaration#cl-2 same']]);
    expect(told(tambon.descendants.hops)).toEqual([['village#cl-1 reworded'], ['other-village#cl-1 same']]);
    expect(tambon.descendants.total).toBe(2);
    expect(tambon.others.map(({ tie: { kind }, isIncoming }) => [kind, isIncoming])).toEqual([
      ['cites', true],
    ]);

    const ends = await pageOf('village', 'cl-1');
    expect(told(ends.ancestors.hops)).toEqual([['tambon#cl-1 reworded', ['declaration#cl-2 same']]]);
    expect(ends.siblings.map((one) => one.ends.map(({ edition }) => edition.slug))).toEqual([
      ['other-village'],
    ]);
    const begins = await pageOf('declaration', 'cl-2');
    expect(told(begins.descendants.hops)).toEqual([
      ['tambon#cl-2 same', ['village#cl-1 reworded'], ['other-village#cl-1 same']],
    ]);
  });

  test('tells its way through the editions', async () => {
    const { path } = await pageOf('tambon', 'cl-2');
    expect(path.steps.map(({ edition, eid, change }) => [edition, eid, change?.kind ?? null])).toEqual([
      [2, 'cl-2', 'changed'],
      [1, 'cl-1', null],
    ]);
    const added = (await pageOf('tambon', 'cl-1')).path;
    expect(added.steps.map(({ change }) => change?.kind)).toEqual(['added']);
  });

  test('that stands under another number by now is at its new address', async () => {
    expect(await open('tambon', 'cl-1', 1)).toEqual({
      ok: true,
      value: { kind: 'moved', eid: 'cl-2', edition: null, fragment: null },
    });
    expect(await open('tambon', 'cl-2-p-1')).toMatchObject({
      value: { kind: 'moved', eid: 'cl-2', fragment: 'cl-2-p-1' },
    });
    expect(await open('tambon', 'cl-2', 2)).toMatchObject({ value: { kind: 'moved', edition: null } });
  });

  test('that the current edition has no more is read in the last that had it', async () => {
    const gone = await pageOf('tambon', 'cl-2', 1);
    expect(gone.gone).toMatchObject({ edition: 1, goneIn: 2 });
    expect(gone.provision.text).toBe(review);
    expect(gone.edition.manifest.edition).toBe(1);
  });

  test('of a withdrawn work is read under what happened, and one of a text taken out is refused', async () => {
    const name = charterOf('withdrawn');
    const event = { date: null, note: 'ทดสอบ', source: null };
    const work = {
      name,
      about: {
        steward: null,
        events: [
          { ...event, kind: 'withdrawn' as const },
          { ...event, kind: 'published_in_error' as const, edition: 2, sha256: '0'.repeat(64) },
        ],
      },
      editions: [
        archivedEdition(
          name,
          1,
          editionText(1, { title: 'ทดสอบ withdrawn', relations: '[]' }, bodyOf([drill])),
        ),
      ],
    };
    const archive = { organisations: [], works: [work] };
    expect(await importArchive(register, archive, now)).toMatchObject({ ok: true });
    const page = await pageOf('withdrawn', 'cl-1');
    expect(page.edition.withdrawal).toMatchObject({ kind: 'withdrawn', note: 'ทดสอบ' });
    expect(await open('withdrawn', 'cl-1', 2)).toMatchObject({
      refusal: { code: 'published_in_error', number: 2, currentNumber: 1 },
    });
  });

  test('that never was, and one of an edition or work that is not there, are refused', async () => {
    expect(await open('tambon', 'cl-9')).toMatchObject({ refusal: { code: 'provision_not_found' } });
    expect(await open('tambon', 'cl-1', 9)).toMatchObject({ refusal: { code: 'edition_not_found' } });
    expect(await open('nobody', 'cl-1')).toMatchObject({ refusal: { code: 'work_not_found' } });
  });

  test('of a text that was made of a whole model is led back to its counterpart there', async () => {
    const own = await pageOf('instance', 'cl-2');
    expect(told(own.ancestors.hops)).toEqual([['tambon#cl-2 same']]);
    expect(own.ancestors.hops[0]).toMatchObject({ isWhole: true, end: { edition: { number: 1 } } });
  });

  test('that comes from itself over others is walked once', async () => {
    const { ancestors, descendants } = await pageOf('circle-a', 'cl-1');
    expect(told(ancestors.hops)).toEqual([['circle-b#cl-1 same', ['circle-a#cl-1 same seen']]]);
    expect(told(descendants.hops)).toEqual([['circle-b#cl-1 same', ['circle-a#cl-1 same seen']]]);
  });

  test('has its relatives counted beside the text', async () => {
    const counted = async (slug: string, number: number | 'current' = 'current') => {
      const edition = await openEdition(register, charterOf(slug), number, now);
      return edition.ok ? Object.fromEntries(await countRelatives(register, edition.value)) : null;
    };
    expect(await counted('tambon')).toEqual({ 'cl-2': { from: 1, taken: 2 } });
    expect(await counted('tambon', 1)).toEqual({ 'cl-1': { from: 1, taken: 1 } });
    expect(await counted('declaration')).toEqual({ 'cl-2': { from: 0, taken: 1 } });
  });
});
