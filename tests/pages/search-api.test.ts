import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertEvent } from '../../db/events.ts';
import { insertWork } from '../../db/works.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
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

const ask = (query: string) => fetch(`${server.origin}/api/v1/search?${query}`);

type Found = {
  readonly rung: string;
  readonly notice: string | null;
  readonly total: number;
  readonly pages: number;
  readonly revision: number;
  readonly results: readonly {
    readonly edition: string;
    readonly title: string;
    readonly citation: string;
    readonly clauses: readonly {
      readonly eid: string | null;
      readonly href: string;
      readonly excerpt: readonly { readonly text: string; readonly isMarked: boolean }[];
    }[];
  }[];
  readonly facets: readonly {
    readonly facet: string;
    readonly values: readonly { readonly value: string; readonly works: number }[];
  }[];
};
const read = async (query: string): Promise<Found> => (await (await ask(query)).json()) as Found;

const now = '2026-11-22T03:00:00.000Z';

describe('/api/v1/search', () => {
  test('answers any site with works, clauses, marks and counts', async () => {
    const answer = await ask('q=รู้รับปรับตัว');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { rung, notice, total, results, facets } = (await answer.json()) as Found;
    expect([rung, notice]).toEqual(['exact', null]);
    expect(total).toBeGreaterThan(3);
    const clause = results
      .flatMap(({ clauses }) => clauses)
      .find(({ excerpt }) => excerpt.some((part) => part.isMarked));
    expect(clause?.href).toBe(`${server.origin}${new URL(clause?.href ?? '').pathname}#${clause?.eid}`);
    expect(results[0]?.citation).toContain(results[0]?.edition ?? '?');
    const types = facets.find(({ facet }) => facet === 'type')?.values ?? [];
    expect(types.reduce((sum, { works }) => sum + works, 0)).toBe(total);
    for (const { value, works } of types) {
      expect((await read(`q=รู้รับปรับตัว&type=${value}`)).total).toBe(works);
    }
  });

  test('gives pages that together hold every work once', async () => {
    const { total, pages } = await read('q=ชุมชน&perPage=7');
    const all = await Promise.all(
      Array.from({ length: pages }, (_, index) => read(`q=ชุมชน&perPage=7&page=${index + 1}`)),
    );
    const found = all.flatMap(({ results }) => results.map(({ edition }) => edition));
    expect([found.length, new Set(found).size]).toEqual([total, total]);
  });

  test.each([
    ['q=', 'query_empty'],
    [`q=${'ก'.repeat(201)}`, 'query_too_long'],
    ['q=ชุมชน&type=nothing', 'parameters_not_understood'],
    ['q=ชุมชน&perPage=51', 'parameters_not_understood'],
    ['q=ชุมชน&page=0', 'parameters_not_understood'],
    ['q=ชุมชน&year=25600', 'parameters_not_understood'],
    ['q=ชุมชน&unknown=1', 'parameters_not_understood'],
  ])('refuses %s with one sentence and the code %s', async (query, code) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({ status: 400, code, detail: expect.stringMatching(/[ก-ฮ]/) });
  });

  test('puts a slip right by the words of the index, and says so', async () => {
    await expect
      .poll(async () => (await read('q=ธรรมนุญสุขภาพ')).rung, { timeout: 30_000, interval: 500 })
      .toBe('corrected');
    expect((await read('q=ธรรมนุญสุขภาพ')).notice).toContain('ธรรมนูญสุขภาพ');
  }, 40_000);

  test('answers of what was published a moment ago, and no more of what was withdrawn', async () => {
    const query = 'q=คำประดิษฐ์เพื่อทดสอบ&editions=current';
    expect((await read(query)).results.map(({ title }) => title)).not.toContain('คำประดิษฐ์เพื่อทดสอบ');
    const work = { type: 'charters', slug: 'made-up-word' } as const;
    const workId = await register.write(async (transaction) => {
      const id = await insertWork(transaction, work, null, now);
      const manifest = { ...charterManifest(work), title: 'คำประดิษฐ์เพื่อทดสอบ', places: ['560118'] };
      await storeEdition(transaction, { workId: id, manifest, publishedAt: now, organisationIds: new Map() });
      return id;
    });
    const published = await read(query);
    expect(published.results.map(({ title }) => title)).toEqual(['คำประดิษฐ์เพื่อทดสอบ']);
    await register.write((transaction) =>
      insertEvent(transaction, workId, { kind: 'withdrawn', date: null, note: null, source: null }, now),
    );
    const withdrawn = await read(query);
    expect(withdrawn.results.map(({ title }) => title)).not.toContain('คำประดิษฐ์เพื่อทดสอบ');
    expect(withdrawn.revision).toBeGreaterThan(published.revision);
  });
});
