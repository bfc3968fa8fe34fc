import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLines, rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor, type ToyOptions } from './toy-front-door.ts';

let plain: ToyFrontDoor;
let secure: ToyFrontDoor;
beforeAll(async () => {
  const pages: ToyOptions = {
    astroHandler: (request, response) => {
      response.writeHead(200, {
        'content-type': request.url?.endsWith('.json') === true ? 'application/json' : 'text/html',
        'content-security-policy': "script-src 'unsafe-inline'",
      });
      response.end('{"หน้า":"ทดสอบ"}');
    },
  };
  plain = await startToy(pages);
  secure = await startToy({ ...pages, environment: { SITE_URL: 'https://tammanoon.example' } });
  mkdirSync(join(plain.clientDir, '_astro'));
  writeFileSync(join(plain.clientDir, '_astro', 'a.css'), 'p { margin: 0 }');
  writeFileSync(join(plain.clientDir, '_astro', 'a.js'), 'export {}');
  writeFileSync(join(plain.clientDir, '_astro', 'a.woff2'), 'wOF2');
  writeFileSync(join(plain.clientDir, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(plain.searchDir, 'pagefind.js'), 'export {}');
});
afterAll(async () => {
  await plain.door.close();
  await secure.door.close();
});

const everyKind = [
  ['a page', '/'],
  ['the search page', '/search?q=%E0%B8%82'],
  ['a list for machines', '/charters.json'],
  ['the desk', '/desk'],
  ['a script', '/_astro/a.js'],
  ['a search file', '/pagefind/pagefind.js'],
  ['a missing file', '/_astro/missing.css'],
  ['health', '/healthz'],
  ['a refusal', '/%00'],
] as const;

describe.each(everyKind)('%s', (_name, address) => {
  test('carries the strict policy and the other headers, and says utf-8', async () => {
    const answer = await fetch(plain.origin + address);
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|wasm|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const isData = address === '/charters.json';
    expect(answer.headers.get('cross-origin-resource-policy')).toBe(isData ? 'cross-origin' : 'same-origin');
    expect(answer.headers.get('access-control-allow-origin')).toBe(isData ? '*' : null);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    expect(answer.headers.get('referrer-policy')).toBe(
      address === '/desk' ? 'same-origin' : 'strict-origin-when-cross-origin',
    );
    expect(answer.headers.get('content-type')).toMatch(/; charset=utf-8$/);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});

describe.each([
  ['a style sheet', '/_astro/a.css'],
  ['a font', '/_astro/a.woff2'],
  ['a picture', '/a.svg'],
])('%s', (_name, address) => {
  test('may load nothing, is not guessed at, and is for this site alone', async () => {
    const answer = await fetch(plain.origin + address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  });
});

test('a register on https asks browsers to stay on https, in refusals too', async () => {
  for (const address of ['/', '/%00', '/healthz']) {
    const lines = getLines(secure.port, address).replace(/Host: .*/, 'Host: tammanoon.example');
    expect((await rawRequest(secure.port, lines)).head).toMatch(
      /strict-transport-security: max-age=31536000/i,
    );
  }
  expect((await rawRequest(secure.port, 'nonsense\r\n\r\n')).head).toMatch(/strict-transport-security/i);
});
