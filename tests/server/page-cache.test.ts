import { expect, test } from 'vitest';
import type { Answer } from '../../src/server/answer.ts';
import { createPageCache } from '../../src/server/page-cache.ts';
import { type ReadyAnswer, readyAnswer } from '../../src/server/ready-answer.ts';
import type { Header } from '../../src/server/security-headers.ts';

const page = (text: string, status = 200, ...headers: Header[]): Answer => ({
  status,
  headers: [['Content-Type', 'text/html'], ...headers],
  body: Buffer.from(text),
});

const textOf = async (ready: ReadyAnswer | undefined): Promise<string | undefined> =>
  ready === undefined ? undefined : (await ready.prepare('identity')).body.toString();

function newCache(maxBytes = 1_000_000) {
  const register = { revision: 1 };
  const options = { securityHeaders: [], cacheControl: 'no-cache', quality: 5, hasEtag: true };
  const cache = createPageCache({
    stamp: () => register.revision,
    ready: (answer) => readyAnswer(answer, options),
    maxBytes,
  });
  return { cache, register };
}

test('a page is made once and then kept', async () => {
  const { cache } = newCache();
  await cache.render('/a', async () => page('หนึ่ง'));
  expect(await textOf(cache.get('/a'))).toBe('หนึ่ง');
  expect(cache.get('/b')).toBeUndefined();
});

test('no page outlives a publication', async () => {
  const { cache, register } = newCache();
  await cache.render('/a', async () => page('ฉบับที่ 1'));
  register.revision = 2;
  expect(cache.get('/a')).toBeUndefined();
  expect(await textOf(await cache.render('/a', async () => page('ฉบับที่ 2')))).toBe('ฉบับที่ 2');
});

test('a page that was overtaken by a publication while it was made is kept for nobody', async () => {
  const { cache, register } = newCache();
  const made = await cache.render('/a', async () => {
    register.revision = 2;
    return page('ฉบับที่ 1');
  });
  expect(await textOf(made)).toBe('ฉบับที่ 1');
  expect(cache.get('/a')).toBeUndefined();
});

test('who asks after a publication does not join a rendering that began before it', async () => {
  const { cache, register } = newCache();
  const gate = Promise.withResolvers<void>();
  const early = cache.render('/a', async () => {
    await gate.promise;
    return page('ฉบับที่ 1');
  });
  register.revision = 2;
  const late = cache.render('/a', async () => page('ฉบับที่ 2'));
  gate.resolve();
  expect([await textOf(await early), await textOf(await late)]).toEqual(['ฉบับที่ 1', 'ฉบับที่ 2']);
  expect(await textOf(cache.get('/a'))).toBe('ฉบับที่ 2');
});

test('a hundred requests at one moment make one page', async () => {
  const { cache } = newCache();
  let renderings = 0;
  const make = async () => {
    renderings += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    return page('หนึ่ง');
  };
  await Promise.all(Array.from({ length: 100 }, () => cache.render('/a', make)));
  expect(renderings).toBe(1);
});

test('a rendering that fails is tried again by the next one', async () => {
  const { cache } = newCache();
  await expect(cache.render('/a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await textOf(await cache.render('/a', async () => page('หนึ่ง')))).toBe('หนึ่ง');
});

test.each([
  ['a server error', page('x', 500)],
  ['a page that sets a cookie', page('x', 200, ['Set-Cookie', 'a=b'])],
  ['a page that must not be stored', page('x', 200, ['Cache-Control', 'no-store'])],
  ['a private page', page('x', 200, ['Cache-Control', 'private, max-age=60'])],
])('%s is not kept', async (_name, answer) => {
  const { cache } = newCache();
  await cache.render('/a', async () => answer);
  expect(cache.get('/a')).toBeUndefined();
});

test('a cookie set on one visitor is not handed to those who waited with it', async () => {
  const { cache } = newCache();
  let visitor = 0;
  const make = async () => {
    visitor += 1;
    return page(`ผู้มาเยือน ${visitor}`, 200, ['Set-Cookie', `visitor=${visitor}`]);
  };
  const pages = await Promise.all([cache.render('/a', make), cache.render('/a', make)]);
  expect(await Promise.all(pages.map(textOf))).toEqual(['ผู้มาเยือน 1', 'ผู้มาเยือน 2']);
});

test('the cache stays within its bytes and drops what was not read for longest', async () => {
  const { cache } = newCache(100_000);
  const large = 'ก'.repeat(1_000);
  await cache.render('/read', async () => page(large));
  for (let index = 0; index < 60; index += 1) {
    cache.get('/read');
    await cache.render(`/${index}`, async () => page(large));
  }
  expect(cache.get('/read')).toBeDefined();
  expect(cache.get('/0')).toBeUndefined();
  const kept = Array.from({ length: 60 }, (_, index) => cache.get(`/${index}`)).filter(Boolean);
  expect(kept.length).toBeLessThanOrEqual(Math.floor(100_000 / 3_000));
});

test('one page larger than its share is sent but not kept', async () => {
  const { cache } = newCache(100_000);
  await cache.render('/large', async () => page('a'.repeat(50_000)));
  expect(cache.get('/large')).toBeUndefined();
});
