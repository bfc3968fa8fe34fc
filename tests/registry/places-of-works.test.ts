import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { openPlace } from '../../src/registry/open-place.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { archivedEdition, editionText } from '../support/test-archive.ts';

const now = '2026-11-22T02:00:00.000Z';
const north = '990101';
const south = '990102';

/** A municipality beside the อบต. of the northern tambon, which also covers the southern one. */
const municipality: Organisation = {
  ...northOrganisation,
  slug: 'municipality-test',
  kind: 'subdistrict_municipality',
  name: 'เทศบาลตำบลทดสอบ',
  shortName: 'ทต.ทดสอบ',
  covers: [north, south],
};

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

async function store(
  name: WorkName,
  changes: Readonly<Record<string, string>>,
  events: readonly WorkEvent[] = [],
): Promise<void> {
  const work = {
    name,
    about: { steward: null, events },
    editions: [archivedEdition(name, 1, editionText(1, changes))],
  };
  const organisations = [northOrganisation, southOrganisation, municipality];
  expect(await importArchive(register, { organisations, works: [work] }, now)).toMatchObject({ ok: true });
}

const charter = (slug: string): WorkName => ({ type: 'charters', slug });

async function placeOf(code: string) {
  const opened = await openPlace(register, code, now);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const slugsOf = (works: readonly { readonly slug: string }[]) => works.map(({ slug }) => slug);

describe('the page of a place', () => {
  test('names every local government of a tambon, and one that covers two tambons on both', async () => {
    await store(charter('test-one'), {});
    expect(slugsOf((await placeOf(north)).organisations).toSorted()).toEqual([
      'municipality-test',
      'sao-test-north',
    ]);
    expect(slugsOf((await placeOf(south)).organisations).toSorted()).toEqual([
      'municipality-test',
      'sao-test-south',
    ]);
  });

  test('names the agreements of each local government of a tambon that has no document itself', async () => {
    await store(
      { type: 'agreements', slug: 'test-network' },
      {
        legalNature: 'mou',
        places: '[]',
        scope: 'network',
        parties:
          '[{ organisation: municipality-test, role: member }, { organisation: sao-test-north, role: hub }]',
      },
    );
    const tambon = await placeOf(south);
    expect([tambon.total, slugsOf(tambon.asParty)]).toEqual([0, ['test-network']]);
    expect((await placeOf(north)).asParty.map(({ organisation }) => organisation).toSorted()).toEqual([
      'municipality-test',
      'sao-test-north',
    ]);
  });

  test('shows the charter of a village in its tambon, its district and its own page, and in no other tambon', async () => {
    await store(charter('test-village'), { scope: 'village', places: "['99010103']" });
    for (const code of ['99010103', north, '9901', '99']) {
      expect([code, slugsOf((await placeOf(code)).works)]).toEqual([code, ['test-village']]);
    }
    expect((await placeOf(south)).works).toEqual([]);
    expect(slugsOf((await placeOf('99010103')).organisations)).toContain('sao-test-north');
  });

  test('shows a basin or a group in each of its tambons, once in the district around them', async () => {
    await store(charter('test-basin'), { scope: 'basin', places: `['${north}', '${south}']` });
    await store(charter('test-group'), { scope: 'group', places: `['${south}']` });
    expect(slugsOf((await placeOf(north)).works)).toEqual(['test-basin']);
    expect(slugsOf((await placeOf(south)).works).toSorted()).toEqual(['test-basin', 'test-group']);
    expect((await placeOf('9901')).total).toBe(2);
  });

  test('shows what covers a whole district or province in a tambon as that of the places around it', async () => {
    await store(charter('test-district'), { scope: 'district', places: "['9901']" });
    await store(charter('test-province'), { scope: 'basin', places: "['99']" });
    const tambon = await placeOf(north);
    expect([tambon.total, slugsOf(tambon.above).toSorted()]).toEqual([0, ['test-district', 'test-province']]);
  });

  test('of a district has the charters of each tambon one step away, and neither plans nor what was withdrawn', async () => {
    await store(charter('test-charter'), {});
    await store(charter('test-village'), { places: `['${north}05']` });
    await store({ type: 'plans', slug: 'test-plan' }, { legalNature: 'plan' });
    const date = {
      start: '2020-01-01',
      end: null,
      precision: 'day',
      textAsWritten: null,
      isInferred: false,
    } as const;
    await store(charter('test-gone'), { places: `['${south}']` }, [
      { kind: 'withdrawn', date, note: 'ทดสอบ', source: null },
    ]);
    const { inside } = await placeOf('9901');
    expect(inside.map(({ code, charters }) => [code, slugsOf(charters).toSorted()])).toEqual([
      [south, []],
      [north, ['test-charter', 'test-village']],
    ]);
    for (const slug of ['test-more-1', 'test-more-2']) await store(charter(slug), {});
    expect((await placeOf('9901')).inside.find(({ code }) => code === north)?.charters).toEqual([]);
    expect((await placeOf('99')).inside.flatMap(({ charters }) => charters)).toEqual([]);
  });
});
