import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertEvent } from '../../db/events.ts';
import { insertWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { searchFileShape } from '../../src/exports/search-json.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { csvRows } from '../support/open-data.ts';
import { charterManifest } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const word = 'คำประดิษฐ์แฟ้มค้นทดสอบ';
const formula = '=1+1';
let server: BuiltServer;
let register: Register;
const works = new Map<string, number>();

beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
  await publish('file-first', { title: formula, body: `### ข้อ 1 เรื่อง\n\n${word} หนึ่ง` });
  await publish('file-second', { body: `### ข้อ 1 เรื่อง\n\n${word} สอง` });
}, 120_000);
afterAll(async () => {
  register?.close();
  await server?.remove();
});

async function publish(slug: string, changes: Partial<Manifest>): Promise<void> {
  const work = { type: 'charters', slug } as const;
  const now = new Date().toISOString();
  await register.write(async (transaction) => {
    const workId = works.get(slug) ?? (await insertWork(transaction, work, null, now));
    works.set(slug, workId);
    const manifest = {
      ...charterManifest(work),
      provenance: 'test' as const,
      places: ['560118'],
      ...changes,
    };
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds: new Map() });
  });
}

const withdraw = (slug: string): Promise<void> =>
  register.write((transaction) =>
    insertEvent(
      transaction,
      works.get(slug) ?? 0,
      { kind: 'withdrawn', date: null, note: 'ทดสอบ', source: null },
      new Date().toISOString(),
    ),
  );

const ask = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
const open = async (path: string): Promise<string> => (await ask(path)).text();
const asked = `q=${encodeURIComponent(word)}`;
const told = async (path: string) => searchFileShape.parse(JSON.parse(await open(path)));

describe('the files of a search', () => {
  test('hold what its page shows, and lead to it for ever', async () => {
    const page = await open(`/search?${asked}&province=${encodeURIComponent('พะเยา')}&page=1`);
    const query = `${asked}&province=${encodeURIComponent('พะเยา')}`;
    expect(page).toContain(`href="/search.csv?${query.replaceAll('&', '&amp;')}"`);
    expect(page).toContain(`href="/search.json?${query.replaceAll('&', '&amp;')}"`);
    const rows = await csvRows(server.origin, `/search.csv?${query}`);
    const { found, total, query: fixed } = await told(`/search.json?${query}`);
    expect(total).toBe(2);
    expect(fixed).toBe(`q=${word}&province=พะเยา`);
    expect(rows.map((row) => row['address'])).toEqual(found.map(({ address }) => address));
    expect(rows.map((row) => row['provision_id'])).toEqual(['cl-1', 'cl-1']);
    for (const { address } of found) {
      const { pathname, hash } = new URL(address);
      expect(page).toContain(`href="${pathname}${hash}"`);
      expect(await open(pathname)).toContain(`id="${hash.slice(1)}"`);
    }
    expect(rows[0]).toMatchObject({ title: `'${formula}`, text: `${word} หนึ่ง`, words: word });
  });

  test('are opened under a Thai name, by every site, and asked for again only when something changed', async () => {
    for (const [extension, type] of [
      ['csv', 'text/csv; charset=utf-8; header=present'],
      ['json', 'application/json; charset=utf-8'],
    ]) {
      const answer = await ask(`/search.${extension}?${asked}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      const disposition = answer.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^inline; filename="search-[\d-]+\.(csv|json)"; filename\*=UTF-8''/);
      expect(decodeURIComponent(disposition)).toContain(`ค้นหา ${word}`);
      const again = await fetch(`${server.origin}/search.${extension}?${asked}`, {
        headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
  });

  test('are the same bytes as of their moment after publishing, amending and withdrawing', async () => {
    const { asOf } = await told(`/search.json?${asked}`);
    const dated = `${asked}&asOf=${encodeURIComponent(asOf)}`;
    const addresses = [
      ...[dated, `${dated}&older=1`, `${dated}&edition=current`, `${dated}&type=charters`].flatMap(
        (query) => [`/search.csv?${query}`, `/search.json?${query}`],
      ),
      `/api/v1/search?${dated}&perPage=1&page=2`,
    ];
    const before = await Promise.all(addresses.map(open));
    expect(before[0]).toBe(await open(`/search.csv?${asked}`));
    await publish('file-added', { body: `### ข้อ 1 เรื่อง\n\n${word} สาม` });
    await publish('file-first', { edition: 2, changeNote: 'ทดสอบ', body: `### ข้อ 1 เรื่อง\n\n${word} แก้แล้ว` });
    await withdraw('file-second');
    expect(await Promise.all(addresses.map(open))).toEqual(before);
    const rows = await csvRows(server.origin, `/search.csv?${asked}`);
    expect(rows.map((row) => row['text'])).toEqual([`${word} สาม`, `${word} แก้แล้ว`]);
    expect(await open(`/search.csv?${asked}`)).not.toBe(before[0]);
  });

  test('hold nothing that is only near, and say so; the page offers none for it', async () => {
    const slip = `q=${encodeURIComponent(word.replace('แฟ้ม', 'แฟม'))}`;
    const page = await open(`/search?${slip}`);
    expect(page).toContain('ใกล้เคียง');
    expect(page).toContain('ผลใกล้เคียงเปลี่ยนได้เมื่อมีเอกสารใหม่ จึงไม่มีแฟ้มให้นำไปใช้');
    expect(page).not.toContain('href="/search.csv');
    const { total, note, found } = await told(`/search.json?${slip}`);
    expect([total, found]).toEqual([0, []]);
    expect(note).toContain('แฟ้มไม่รวมผลใกล้เคียง');
    const [only, ...more] = await csvRows(server.origin, `/search.csv?${slip}`);
    expect([only?.['title'], more]).toEqual([note, []]);
  });

  test.each([
    ['', 'กรุณาพิมพ์คำที่ต้องการค้น'],
    [`q=${'ก'.repeat(201)}`, 'คำค้นยาวเกินไป'],
    [`${asked}&type=nothing`, 'ไม่มีเอกสารประเภท'],
    [`${asked}&province=ไม่มีจริง`, 'ไม่มีจังหวัดตามชื่อ'],
    [`${asked}&year=ปีนี้`, 'อ่านปีในที่อยู่ไม่ได้'],
    [`${asked}&edition=newest`, 'current หรือ older'],
    [`${asked}&provenance=true`, 'ไม่มีที่มา'],
    [`${asked}&from=0`, 'อ่านลำดับของเรื่องแรก'],
    [`${asked}&asOf=2999-01-01`, 'ยังมาไม่ถึง'],
    [`${asked}&asOf=yesterday`, 'อ่านวันที่ของรายการในที่อยู่ไม่ได้'],
  ])('are refused for %s in one sentence', async (query, sentence) => {
    const csv = await ask(`/search.csv?${query}`);
    expect([csv.status, csv.headers.get('content-type')]).toEqual([400, 'text/plain; charset=utf-8']);
    const text = await csv.text();
    expect(text).toContain(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
    const json = await ask(`/search.json?${query}`);
    expect(json.status).toBe(400);
    expect(await json.json()).toMatchObject({ error: { sentence: expect.stringContaining(sentence) } });
  });

  test('are led to the one form of a date, and years of either era are one', async () => {
    const moved = await ask(`/search.csv?${asked}&asOf=${encodeURIComponent('๒๕๖๙-๐๑-๐๑')}`);
    expect(moved.status).toBe(302);
    expect(moved.headers.get('location')).toBe(`/search.csv?asOf=2026-01-01&${asked}`);
    const files = ['2560', '2017', '๒๕๖๐'].map((year) => told(`/search.json?q=ตำบล&year=${year}`));
    const [one, ...others] = await Promise.all(files);
    expect(one?.total).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(one);
    expect((await told('/search.json?q=ตำบล&type=ธรรมนูญ')).query).toBe('q=ตำบล&type=charters');
  });
});

describe('the search of the API as of a moment', () => {
  test('tells the moment in its fixed form, and Link keeps to it', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const moved = await ask(`/api/v1/search?${asked}&asOf=${today}`);
    expect(moved.status).toBe(302);
    const path = moved.headers.get('location') ?? '';
    const answer = await ask(`${path}&perPage=1`);
    const { asOf, revision, rung } = (await answer.json()) as Record<string, unknown>;
    expect(new URL(path, server.origin).searchParams.get('asOf')).toBe(asOf);
    expect([revision, rung]).toEqual([null, 'exact']);
    expect(answer.headers.get('link')).toMatch(/asOf=[^>]+&page=2>; rel="next"/);
    const wrong = await ask(`/api/v1/search?${asked}&asOf=2999`);
    expect(await wrong.json()).toMatchObject({
      status: 400,
      code: 'parameters_not_understood',
      errors: [{ parameter: 'asOf' }],
    });
  });

  test('answers without a moment as before, with the address at which the same can be asked for ever', async () => {
    const now = (await (await ask(`/api/v1/search?${asked}`)).json()) as Record<string, unknown>;
    expect(now['revision']).toBeGreaterThan(0);
    expect(now['asOf']).toBeNull();
    const lasting = new URL(String(now['lasting']));
    const then = (await (await ask(lasting.pathname + lasting.search)).json()) as Record<string, unknown>;
    expect(then).toMatchObject({
      asOf: lasting.searchParams.get('asOf'),
      total: now['total'],
      lasting: lasting.href,
    });
  });
});
