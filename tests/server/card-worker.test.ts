import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

const program = readFileSync('public/card-worker.js', 'utf8');
const path = '/plans/test-plan/card';
const address = `https://example.org${path}`;
const card = (words: string) =>
  `<html lang="th" data-card="แผนทดสอบ" data-review="ทดสอบ"><p>${words}</p></html>`;
const answer = (status: number, words = '') =>
  new Response(card(words), { status, headers: { 'Content-Type': 'text/html' } });

/** The worker in a world of its own: `ask` is what the network does, `wait` how time passes. */
function aWorker(ask: () => Promise<Response>, wait: typeof setTimeout = setTimeout) {
  const kept = new Map<string, Response>();
  const listeners = new Map<string, (event: unknown) => void>();
  const work: Promise<unknown>[] = [];
  const keyOf = (key: string | { url: string }) =>
    typeof key === 'string' ? key : new URL(key.url).pathname;
  const cache = {
    match: async (key: string | { url: string }) => kept.get(keyOf(key))?.clone(),
    put: async (key: string, value: Response) => kept.set(keyOf(key), value),
    delete: async (key: string) => kept.delete(keyOf(key)),
    keys: async () => [...kept.keys()].map((one) => ({ url: `https://example.org${one}` })),
  };
  const world = {
    self: {
      location: { origin: 'https://example.org' },
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    },
    caches: { open: async () => cache },
    fetch: ask,
    setTimeout: wait,
    ...{ URL, Response, Headers, Promise, Date, RegExp },
  };
  runInContext(program, createContext(world));
  const open = async (to: string, mode = 'navigate'): Promise<Response | null> => {
    let opened: Promise<Response> | null = null;
    listeners.get('fetch')?.({
      request: { method: 'GET', mode, url: to },
      respondWith: (given: Promise<Response>) => {
        opened = given;
      },
      waitUntil: (one: Promise<unknown>) => work.push(one),
    });
    const given = await (opened as Promise<Response> | null);
    await Promise.all(work);
    return given;
  };
  return { kept, open };
}

const offline = () => Promise.reject(new TypeError('offline'));

describe('what keeps crisis cards', () => {
  test('shows what the register answers, also when an older card is kept, and keeps that', async () => {
    const { kept, open } = aWorker(async () => answer(200, 'ใหม่'));
    kept.set(path, answer(200, 'เก่า'));
    expect(await (await open(address))?.text()).toContain('ใหม่');
    expect(await kept.get(path)?.text()).toContain('ใหม่');
  });

  test.each([404, 410])('drops a card that the register answers %i for', async (status) => {
    const { kept, open } = aWorker(async () => answer(status, 'ยกเลิก'));
    kept.set(path, answer(200, 'เก่า'));
    const shown = await open(address);
    expect(shown?.status).toBe(status);
    expect(kept.size).toBe(0);
  });

  test.each([
    ['nobody answers', offline],
    ['the register fails', async () => answer(503)],
  ])('shows the kept card with its mark when %s', async (_when, ask) => {
    const { kept, open } = aWorker(ask);
    kept.set(path, answer(200, 'เก่า'));
    const shown = await (await open(address))?.text();
    expect(shown).toContain('เก่า');
    expect(shown).toContain('<html data-kept ');
  });

  test('waits no longer than its patience for an answer when a card is kept', async () => {
    const asked: number[] = [];
    const wait = ((run: () => void, ms: number) => {
      asked.push(ms);
      run();
    }) as unknown as typeof setTimeout;
    const { kept, open } = aWorker(() => new Promise(() => undefined), wait);
    kept.set(path, answer(200, 'เก่า'));
    expect(await (await open(address))?.text()).toContain('เก่า');
    expect(asked).toEqual([8000]);
  });

  test('says kindly that a card was never opened here', async () => {
    const shown = await aWorker(offline).open(address);
    expect(shown?.status).toBe(503);
    expect(await shown?.text()).toContain('ยังไม่เคยเปิดในเครื่องนี้');
  });

  test.each([
    ['another page', 'https://example.org/plans/test-plan', 'navigate'],
    ['a card that a script asks for', address, 'cors'],
    ['a card of another site', `https://example.com${path}`, 'navigate'],
  ])('leaves %s alone', async (_what, to, mode) => {
    expect(await aWorker(offline).open(to, mode)).toBeNull();
  });
});
