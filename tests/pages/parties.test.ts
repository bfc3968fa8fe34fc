import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertOrganisation, mapOrganisationIds, storeSuccessions } from '../../db/organisations.ts';
import { insertWork } from '../../db/works.ts';
import type { Claim, Party } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { csvRows, validJson } from '../support/open-data.ts';
import { charterManifest } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
let register: Register;
beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
  await publishAgreement();
}, 120_000);
afterAll(async () => {
  register?.close();
  await server?.remove();
});

const formula = "=cmd|' /C calc'!A0";
const slug = 'test-parties';

/** A test agreement whose one party joined in 2563 and left in 2565, and whose words look like a formula. */
async function publishAgreement(): Promise<void> {
  const work = { type: 'agreements', slug } as const;
  const day = (start: string) =>
    given({ start, end: null, precision: 'day' as const, textAsWritten: null, isInferred: false });
  const party: Party = {
    organisation: northOrganisation.slug,
    role: 'member',
    note: formula,
    actions: [
      { kind: 'join', date: day('2020-02-01') },
      { kind: 'withdraw', date: day('2022-03-01') },
    ],
    sources: [],
  };
  const claim: Claim = {
    property: 'parties',
    value: 3,
    unit: 'แห่ง',
    textAsWritten: '@3 แห่ง',
    roles: ['member'],
    note: null,
    sources: [],
  };
  await register.write(async (transaction) => {
    await insertOrganisation(transaction, { ...northOrganisation, covers: [] });
    const workId = await insertWork(transaction, work, null, '2026-11-21T00:00:00.000Z');
    const charter = charterManifest({ type: 'charters', slug });
    const manifest = {
      ...charter,
      ...work,
      title: formula,
      places: ['560118'],
      parties: [party],
      claims: [claim],
    };
    const organisationIds = await mapOrganisationIds(transaction);
    await storeEdition(transaction, {
      workId,
      manifest,
      publishedAt: '2026-11-21T00:00:00.000Z',
      organisationIds,
    });
  });
}

const ask = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
const open = async (path: string): Promise<string> => (await ask(path)).text();
const rowsOf = (path: string) => csvRows(server.origin, path);
type Told = {
  readonly $schema: string;
  readonly day: string;
  readonly named: number;
  readonly present: number;
  readonly claims: readonly {
    readonly named: number;
    readonly value: number;
    readonly unnamed: number;
    readonly isContested: boolean;
  }[];
  readonly parties: readonly { readonly state: string }[];
};
const told = (path: string) => validJson<Told>(server.origin, path);

describe('the parties of the 54', () => {
  const path = '/agreements/northeast-54-lao-2560/parties';

  test('are five of those that the news claims, and 49 have no name', async () => {
    const html = await open(path);
    expect(html).toContain('ระบุชื่อแล้ว 5 จาก 54 ที่แหล่งข่าวอ้าง');
    expect(html).toContain('อีก 49');
    expect(html.match(/ข่าวไม่ได้แจกแจงการลงนามของแต่ละแห่ง/g)).toHaveLength(1);
    expect(await open('/agreements/northeast-54-lao-2560')).toContain(`href="${path}"`);
  });

  test('are nobody yet on the day before the ceremony, and stay so on that page', async () => {
    const before = await told(`${path}/@2017-05-14.json`);
    expect([before.named, before.claims[0]?.unnamed]).toEqual([0, 54]);
    expect(before.parties.every(({ state }) => state === 'not_yet')).toBe(true);
    expect((await told(`${path}/@2017-05-15.json`)).claims[0]).toMatchObject({ named: 5, unnamed: 49 });
  });
});

test('both readings of the nine local governments stand side by side, and none is chosen', async () => {
  const path = '/agreements/ra-ngae-9-lao-resilience/parties';
  const html = await open(path);
  expect(html).toContain('ระบุชื่อแล้ว 0 จาก 9 ที่แหล่งข่าวอ้าง');
  expect(html).toContain('ระบุชื่อแล้ว 1 จาก 9 ที่แหล่งข่าวอ้าง');
  expect(html).toContain('ทะเบียนแสดงไว้คู่กันและไม่เลือกให้');
  expect((await told(`${path}.json`)).claims.map(({ isContested }) => isContested)).toEqual([true, true]);
});

test('a commitment that can be read twice is counted both ways, and a model text promises nothing', async () => {
  const html = await open('/agreements/ra-ngae-9-lao-resilience/commitments');
  expect(html).toContain('อ่านได้สองทาง');
  expect(html).toContain('<mark>');
  expect(await open('/agreements/model-network-mou/commitments')).toContain('แม่แบบไม่ใช่คำมั่นของใคร');
});

describe('a dated table', () => {
  test.each([
    ['2563-02', `/agreements/${slug}/parties/@2020-02`],
    ['๒๕๖๓', `/agreements/${slug}/parties/@2020`],
  ])('at %s leads to the common era', async (date, address) => {
    const answer = await ask(`/agreements/${slug}/parties/@${encodeURIComponent(date)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, address]);
    const file = await ask(`/agreements/${slug}/parties/@${encodeURIComponent(date)}.csv`);
    expect([file.status, file.headers.get('location')]).toEqual([302, `${address}.csv`]);
  });

  test('follows a member that joined and left', async () => {
    const counts = await Promise.all(
      ['2019', '2020', '2022-02', '2022-03'].map((date) => told(`/agreements/${slug}/parties/@${date}.json`)),
    );
    expect(counts.map(({ named, present }) => [named, present])).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(counts[1]?.day).toBe('2020-12-31');
  });

  test('shows the successor of an upgraded member from that day, with its old name in a footnote', async () => {
    await register.write(async (transaction) => {
      const successor: Organisation = {
        ...northOrganisation,
        slug: 'municipality-test-north',
        kind: 'subdistrict_municipality',
        name: 'เทศบาลตำบลทดสอบเหนือ',
        covers: [],
        succeeds: [{ organisation: northOrganisation.slug, on: '2021-04-01' as IsoDate }],
      };
      await insertOrganisation(transaction, successor);
      await storeSuccessions(transaction, successor);
    });
    const before = await open(`/agreements/${slug}/parties/@2021-03-31`);
    expect(before).not.toContain('เทศบาลตำบลทดสอบเหนือ');
    const after = await open(`/agreements/${slug}/parties/@2021-04-01`);
    expect(after).toContain('href="/organisations/municipality-test-north"');
    expect(after).toContain('ในชื่อเดิม');
    expect(after).toMatch(/<li id="note-1">[^<]*รับช่วงจาก[^<]*1\u00a0เมษายน\u00a02564/);
    expect(await told(`/agreements/${slug}/parties/@2021-04-01.json`)).toMatchObject({
      named: 1,
      present: 1,
    });
  });

  test('is found from the field for a date, and what is no date is said', async () => {
    const found = await ask(`/agreements/${slug}/parties?on=${encodeURIComponent('1 มกราคม 2564')}`);
    expect(found.headers.get('location')).toBe(`/agreements/${slug}/parties/@2021-01-01`);
    expect((await ask(`/agreements/${slug}/parties?on=sometime`)).status).toBe(400);
    expect((await ask(`/agreements/${slug}/parties/@2020-13`)).status).toBe(400);
    expect((await ask('/agreements/no-such/parties')).status).toBe(404);
    expect((await ask('/agreements/no-such/parties.json')).status).toBe(404);
    expect((await ask(`/agreements/${slug}/parties.xml`)).status).toBe(404);
  });
});

describe('the files', () => {
  test('open in a spreadsheet with Thai intact, and nothing in them is taken for a formula', async () => {
    const rows = await rowsOf(`/agreements/${slug}/parties.csv`);
    expect(rows[0]?.['organisation_name']).toBe(northOrganisation.name);
    expect(rows[0]).toMatchObject({ note: `'${formula}`, joined: '2020-02-01', withdrawn: '2022-03-01' });
    expect(rows[1]).toMatchObject({ row: 'unnamed', count: '2', claimed: '3', note: "'@3 แห่ง" });
  });

  test('fit the schema that they name, for every agreement and on days before and after', async () => {
    const list = JSON.parse(await open('/agreements.json')) as { works: { address: string }[] };
    for (const { address } of list.works) {
      const { pathname } = new URL(address);
      for (const end of ['.json', '/@2016-09-08.json', '/@2020.json']) {
        const { $schema } = await told(`${pathname}/parties${end}`);
        expect(new URL($schema).pathname).toBe('/schemas/parties.json');
      }
    }
    expect(list.works.length).toBeGreaterThan(5);
  });

  test('tell what the page tells', async () => {
    const path = '/agreements/northeast-54-lao-2560/parties';
    const rows = await rowsOf(`${path}.csv`);
    const json = await told(`${path}.json`);
    expect(rows.filter(({ row }) => row === 'party').map(({ state }) => state)).toEqual(
      json.parties.map(({ state }) => state),
    );
    expect(rows.find(({ row }) => row === 'unnamed')?.['count']).toBe(String(json.claims[0]?.unnamed));
  });
});
