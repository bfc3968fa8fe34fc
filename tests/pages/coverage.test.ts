import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertWork } from '../../db/works.ts';
import { workTypes } from '../../src/domain/work.ts';
import type { coverageShape } from '../../src/exports/coverage-json.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { csvRows } from '../support/open-data.ts';
import { charterManifest } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
let register: Register;
beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
}, 120_000);
afterAll(async () => {
  register?.close();
  await server?.remove();
});

type Coverage = z.output<typeof coverageShape>;
const read = async (path: string) => (await (await fetch(server.origin + path)).json()) as Coverage;
const open = async (path: string) => (await fetch(server.origin + path)).text();

describe('coverage', () => {
  test('has every province, also those without a document, and each count opens as many rows', async () => {
    const rows = await csvRows(server.origin, '/about/coverage.csv');
    const provinces = rows.filter(({ row }) => row === 'province');
    expect(provinces.length).toBe(77 * workTypes.length);
    expect(provinces.filter(({ works }) => works === '0').length).toBeGreaterThan(77);
    const counted = rows.filter(({ works, address }) => works !== '0' && address !== '');
    expect(counted.length).toBeGreaterThan(20);
    for (const { address = '', works } of counted) {
      const url = new URL(address);
      const list = await fetch(`${url.origin}${url.pathname}.json${url.search}`);
      const { total } = (await list.json()) as { total: number };
      expect([address, String(total)]).toEqual([address, works]);
    }
  });

  test('tells of each fact in how many works it is stated and how it is missing, together all works', async () => {
    const { facts, totals, missing } = await read('/about/coverage.json');
    for (const { type, works, fields } of facts) {
      expect(works).toBe(totals[type]);
      for (const { states } of fields) {
        expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(works);
      }
    }
    expect(missing.find(({ slug }) => slug === 'san-pa-muang-health')?.numbers).toEqual([1, 2, 3, 4, 5]);
    expect((await open('/about/coverage')).replace(/<[^>]*>/g, '')).toContain('ฉบับที่&nbsp;1–5');
  });

  test('is the same again as of its moment after something more was published, in every form', async () => {
    const { asOf } = await read('/about/coverage.json');
    const asked = `asOf=${encodeURIComponent(asOf)}`;
    const addresses = [
      `/about/coverage.json?${asked}`,
      `/about/coverage.csv?${asked}`,
      `/about/coverage.csv?${asked}&rows=facts`,
      `/api/v1/coverage?${asked}`,
    ];
    const before = await Promise.all(addresses.map(open));
    const work = { type: 'charters', slug: 'counted-after' } as const;
    await register.write(async (transaction) => {
      const workId = await insertWork(transaction, work, null, '2026-11-21T00:00:00.000Z');
      const manifest = { ...charterManifest(work), provenance: 'documented', places: ['100101'] } as const;
      const publishedAt = '2026-11-23T00:00:00.000Z';
      await storeEdition(transaction, { workId, manifest, publishedAt, organisationIds: new Map() });
    });
    expect(await Promise.all(addresses.map(open))).toEqual(before);
    const now = await read('/about/coverage.json');
    expect(now.provinces.find(({ code }) => code === '10')?.charters).toBe(1);
    for (const wrong of ['asOf=yesterday', 'rows=words']) {
      expect((await fetch(`${server.origin}/about/coverage.csv?${wrong}`)).status).toBe(400);
    }
  });
});
