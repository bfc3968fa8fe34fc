import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageHandler } from '../../src/server/ask-astro.ts';
import { getLines, rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor } from './toy-front-door.ts';

const opened: ToyFrontDoor[] = [];
let renderings: string[];

/** A site whose pages tell the revision they were made from. */
const handler: PageHandler = async (request, response) => {
  renderings.push(request.url ?? '');
  const revision = toy.revision;
  await new Promise((resolve) => setTimeout(resolve, 5));
  if (request.url === '/old') {
    response.writeHead(301, { location: '/new' });
    response.end();
    return;
  }
  const status = request.url?.startsWith('/missing') === true ? 404 : 200;
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(`<p>ฉบับที่ ${revision} ${'ธรรมนูญตำบลทดสอบ '.repeat(200)}</p>`);
};

let toy: ToyFrontDoor;
beforeEach(async () => {
  renderings = [];
  toy = await startToy({ astroHandler: handler });
  opened.push(toy);
});
afterAll(async () => {
  for (const each of opened) await each.door.close();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${toy.origin}${address}`, { headers, redirect: 'manual' });

describe('a public page', () => {
  test('is made once for many readers, with or without cookies', async () => {
    await get('/charters/a');
    const again = await get('/charters/a', { cookie: 'session=secret' });
    expect(await again.text()).toContain('ฉบับที่ 1');
    expect(renderings).toEqual(['/charters/a']);
  });

  test('is made once when two hundred ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => get('/charters/a')));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(renderings).toHaveLength(1);
  });

  test('is new at once after a publication, even under load', async () => {
    for (let revision = 1; revision <= 20; revision += 1) {
      toy.revision = revision;
      const answers = await Promise.all(Array.from({ length: 10 }, () => get('/charters/a')));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(texts.every((text) => text.includes(`ฉบับที่ ${revision} `))).toBe(true);
    }
    expect(renderings).toHaveLength(20);
  });

  test('has the same bytes in brotli, gzip and plain, each with its own strong ETag', async () => {
    const raw = async (encoding: string) => {
      const answer = await rawBytes(encoding);
      return { etag: answer.headers.get('etag'), coding: answer.headers.get('content-encoding'), answer };
    };
    const [br, gz, plain] = await Promise.all([raw('br'), raw('gzip'), raw('identity')]);
    const text = await plain.answer.text();
    expect(await br.answer.text()).toBe(text);
    expect(await gz.answer.text()).toBe(text);
    expect([br.coding, gz.coding, plain.coding]).toEqual(['br', 'gzip', null]);
    expect(new Set([br.etag, gz.etag, plain.etag]).size).toBe(3);
    for (const { etag, answer } of [br, gz, plain]) {
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
  });

  const rawBytes = (encoding: string) => get('/charters/a', { 'accept-encoding': encoding });

  test('really is compressed on the wire', async () => {
    const wire = async (encoding: string) => {
      const lines = getLines(toy.port, '/charters/a', `Accept-Encoding: ${encoding}`, 'Connection: close');
      const { bytes } = await rawRequest(toy.port, lines);
      return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
    };
    const plain = await wire('identity');
    expect(brotliDecompressSync(await wire('br')).equals(plain)).toBe(true);
    expect(gunzipSync(await wire('gzip')).equals(plain)).toBe(true);
    expect((await wire('br')).length).toBeLessThan(plain.length / 10);
  });

  test.each(['br', 'gzip', 'identity'])('is not sent again to who holds it (%s)', async (encoding) => {
    const etag = (await rawBytes(encoding)).headers.get('etag') ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('/charters/a', { 'accept-encoding': encoding, 'if-none-match': held });
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', etag]);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    }
    toy.revision += 1;
    const changed = await get('/charters/a', { 'accept-encoding': encoding, 'if-none-match': etag });
    expect(changed.status).toBe(200);
  });

  test('a HEAD request gets the head of the page and no body', async () => {
    const lines = getLines(toy.port, '/charters/a', 'Connection: close').replace('GET', 'HEAD');
    const answer = await rawRequest(toy.port, lines);
    const page = await (await get('/charters/a', { 'accept-encoding': 'identity' })).arrayBuffer();
    expect(answer.body).toBe('');
    expect(answer.head).toContain(`Content-Length: ${page.byteLength}`);
    expect(renderings).toHaveLength(1);
  });

  test('that is missing or has moved is kept as well', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect((await get('/missing')).status).toBe(404);
      const moved = await get('/old');
      expect([moved.status, moved.headers.get('location')]).toEqual([301, '/new']);
    }
    expect(renderings).toEqual(['/missing', '/old']);
  });

  test('with a query is one page whatever the order of its parts', async () => {
    await get('/charters?year=2560&place=95');
    await get('/charters?place=95&year=2560&utm_source=line');
    expect(renderings).toEqual(['/charters?place=95&year=2560']);
  });

  test('with a parameter no page is known to read is made each time', async () => {
    await get('/charters?x=1');
    await get('/charters?x=1');
    expect(renderings).toHaveLength(2);
  });
});

test.each(['/login', '/desk', '/desk/works/1'])(
  '%s is made for each visitor and stored nowhere',
  async (address) => {
    for (let round = 0; round < 2; round += 1) {
      const answer = await get(address, { cookie: 'session=secret' });
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    }
    expect(renderings).toHaveLength(2);
  },
);

test('health is told fresh each time', async () => {
  expect(await (await get('/healthz')).json()).toEqual({
    status: 'ok',
    revision: 1,
    searchGeneration: 7,
    editions: 33,
  });
  toy.revision = 5;
  const answer = await get('/healthz');
  expect(await answer.json()).toMatchObject({ revision: 5 });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
