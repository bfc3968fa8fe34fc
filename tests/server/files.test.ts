import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLines, rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor } from './toy-front-door.ts';

let toy: ToyFrontDoor;
beforeAll(async () => {
  toy = await startToy({
    astroHandler: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end('<p>ไม่พบหน้าทดสอบ</p>');
    },
  });
  const { clientDir, searchDir } = toy;
  mkdirSync(join(clientDir, '_astro'));
  mkdirSync(join(searchDir, 'g1'));
  mkdirSync(join(searchDir, '.hidden'));
  writeFileSync(join(clientDir, '..', 'secret.txt'), 'secret');
  writeFileSync(
    join(clientDir, 'favicon.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(200)}</svg>`,
  );
  writeFileSync(join(clientDir, '_astro', 'page.abc.css'), 'p { margin: 0 }\n'.repeat(100));
  writeFileSync(join(searchDir, 'manifest.json'), manifest(1));
  writeFileSync(join(searchDir, 'g1', 'th.pf_fragment'), Buffer.from([0x1f, 0x8b, 1, 2, 3]));
  writeFileSync(join(searchDir, '.hidden', 'x.js'), 'secret');
  symlinkSync(join(clientDir, '..', 'secret.txt'), join(searchDir, 'out.txt'));
  symlinkSync('/etc', join(searchDir, 'etc'));
  symlinkSync('loop', join(searchDir, 'loop'));
  symlinkSync('g1', join(searchDir, 'current'));
});
afterAll(() => toy.door.close());

const manifest = (generation: number): string =>
  JSON.stringify({ format: 6, generation, revision: 0, shards: [], delta: null, changedWorks: [], hide: {} });

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(toy.origin + address, { headers });

describe('files of the build', () => {
  test('a file with its hash in its name may be kept for ever', async () => {
    const answer = await get('/_astro/page.abc.css', { 'accept-encoding': 'br' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
  });

  test('another file is kept for a short while and asked for by its ETag', async () => {
    const answer = await get('/favicon.svg');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600, must-revalidate');
    const held = await get('/favicon.svg', { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(held.status).toBe(304);
  });

  test('a file that is not there is a Thai 404', async () => {
    const answer = await get('/_astro/missing.css');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('ไม่พบหน้า')]);
  });
});

describe('packs of search files', () => {
  beforeAll(() => {
    mkdirSync(join(toy.searchDir, 'base-1', 'index'), { recursive: true });
    for (const number of [0, 1]) {
      writeFileSync(join(toy.searchDir, 'base-1', 'index', `${number}.gz`), Buffer.from([number, number]));
    }
  });

  test('files that are wanted together come in one answer that may be kept for ever', async () => {
    const answer = await get('/pagefind/base-1/index/0-1.pack');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 1, 1]);
  });

  test('a pack with a file that is not there is not there, and a name that is no pack is no pack', async () => {
    const addresses = ['base-1/index/0-7.pack', 'base-1/index/1-0.pack', 'base-1/.hidden/0-1.pack'];
    const answers = await Promise.all(addresses.map((address) => get(`/pagefind/${address}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('files of the search bundle', () => {
  test('index parts may be kept for ever and are not compressed again', async () => {
    const answer = await get('/pagefind/g1/th.pf_fragment');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('the manifest is asked for each time, and a new one is seen at once', async () => {
    const before = await get('/pagefind/manifest.json');
    expect(before.headers.get('cache-control')).toBe('public, no-cache');
    expect(await before.json()).toMatchObject({ generation: 1, isBehind: false });
    writeFileSync(join(toy.searchDir, 'next.json'), manifest(2));
    renameSync(join(toy.searchDir, 'next.json'), join(toy.searchDir, 'manifest.json'));
    const after = await get('/pagefind/manifest.json', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(await after.json()).toMatchObject({ generation: 2 });
    expect((await get('/pagefind/%6danifest.json')).headers.get('etag')).toBe(after.headers.get('etag'));
  });

  test('a damaged manifest is not there', async () => {
    writeFileSync(join(toy.searchDir, 'next.json'), '{"format":4,"gener');
    renameSync(join(toy.searchDir, 'next.json'), join(toy.searchDir, 'manifest.json'));
    expect((await get('/pagefind/manifest.json')).status).toBe(404);
  });

  test('a generation that appears while the server runs is served', async () => {
    expect((await get('/pagefind/g2/pagefind.js')).status).toBe(404);
    mkdirSync(join(toy.searchDir, 'g2'));
    writeFileSync(join(toy.searchDir, 'g2', 'pagefind.js'), 'export {}');
    expect((await get('/pagefind/g2/pagefind.js')).status).toBe(200);
  });

  test('a link inside the folder is followed', async () => {
    expect((await get('/pagefind/current/th.pf_fragment')).status).toBe(200);
  });
});

describe('a path that leads out of its folder', () => {
  const up = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '%25252e%25252e', '%c0%ae%c0%ae', '..;', '....'];
  const slashes = ['/', '%2f', '%252f', '%5c', '\\', '//'];
  const spellings = up.flatMap((dots) => slashes.map((slash) => `${dots}${slash}`));
  test.each(['/pagefind/', '/_astro/', '/'])('below %s is never served, in any spelling', async (prefix) => {
    for (const spelling of spellings) {
      for (const target of [
        `${spelling}secret.txt`,
        `g1/${spelling}${spelling}secret.txt`,
        `${spelling.repeat(8)}etc/passwd`,
      ]) {
        const answer = await rawRequest(toy.port, getLines(toy.port, prefix + target));
        expect([400, 404], `${prefix}${target}`).toContain(answer.status);
        expect(answer.text).not.toMatch(/^secret|root:/m);
      }
    }
  });

  test.each([
    '..%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    'out.txt',
    'etc/passwd',
    'loop',
    '.hidden/x.js',
    'g1',
    'g1/',
    '',
  ])('/pagefind/%s is not there', async (target) => {
    const answer = await rawRequest(toy.port, getLines(toy.port, `/pagefind/${target}`));
    expect(answer.status).toBe(404);
  });

  test('a name longer than any file name is not there', async () => {
    expect((await get(`/pagefind/${'a'.repeat(3_000)}`)).status).toBe(404);
  });
});
