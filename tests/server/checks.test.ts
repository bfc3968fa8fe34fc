import { describe, expect, test } from 'vitest';
import { operations } from '../../src/api/operations/index.ts';
import { checkAddress } from '../../src/server/check-address.ts';
import { checkHost } from '../../src/server/check-host.ts';
import { checkOrigin } from '../../src/server/check-origin.ts';
import { chooseEncoding } from '../../src/server/choose-encoding.ts';
import { pageKey } from '../../src/server/page-key.ts';
import { pageStamp } from '../../src/server/page-stamp.ts';
import { refusalForm } from '../../src/server/refusal-answer.ts';
import { routeKind } from '../../src/server/route-kind.ts';

describe('the Host', () => {
  const allowed = new Set(['localhost:4321']);
  test('a known host is taken whatever its case', () => {
    expect(checkHost(['Accept', '*/*', 'HOST', 'LocalHost:4321'], allowed)).toBe('localhost:4321');
  });
  test.each([
    ['missing', []],
    ['unknown', ['Host', 'evil.example']],
    ['sent twice', ['Host', 'localhost:4321', 'host', 'localhost:4321']],
    ['without the port', ['Host', 'localhost']],
    ['empty', ['Host', '']],
  ])('a host that is %s is not ours', (_name, rawHeaders) => {
    expect(checkHost(rawHeaders, allowed)).toBeNull();
  });
});

describe('the address', () => {
  test.each(['/', '/charters/x', '/search?q=%E0%B8%81', '/search?q=a+b%20c', '/a%25'])(
    '%s is sound',
    (address) => {
      expect(checkAddress(address).kind).toBe('ok');
    },
  );
  test.each([
    ['not a path', 'http://evil.example/', 400],
    ['an asterisk', '*', 400],
    ['two slashes at the start', '//evil.example', 400],
    ['a backslash', '/\\evil.example', 400],
    ['an encoded backslash', '/%5cevil', 400],
    ['NUL in the path', '/a%00', 400],
    ['NUL in the query', '/search?q=%00', 400],
    ['a line break in the path', '/a%0d%0aSet-Cookie:x', 400],
    ['broken percent-encoding', '/a%E', 400],
    ['broken percent-encoding in the query', '/search?q=100%', 400],
    ['UTF-8 cut off', '/%E0%B8', 400],
    ['UTF-8 over-long', '/%C0%AF', 400],
    ['raw bytes that are not percent-encoded', '/\xff\xfe', 400],
    ['raw bytes that would be Thai', Buffer.from('/@๒๕๖๐').toString('latin1'), 400],
    ['a fragment', '/a#b', 400],
    ['dot segments', '/a/../desk', 404],
    ['encoded dot segments', '/a/%2e%2E/desk', 404],
    ['a dot segment before an encoded slash', '/a/..%2fdesk', 404],
    ['double encoding', '/%2564esk', 404],
    ['more than 8 KB', `/search?q=${'a'.repeat(10_000)}`, 414],
  ])('%s is refused', (_name, address, status) => {
    expect(checkAddress(address)).toEqual({ kind: 'refused', status });
  });
});

describe('the sender of a change', () => {
  const ownOrigin = 'https://tammanoon.example';
  const may = (origin: string | undefined, fetchSite: string | undefined) =>
    checkOrigin({ origin, fetchSite, ownOrigin });
  test('our own page may, with or without Sec-Fetch-Site', () => {
    expect([may(ownOrigin, 'same-origin'), may(ownOrigin, undefined), may(undefined, 'same-origin')]).toEqual(
      [true, true, true],
    );
  });
  test('a page that hides its origin may when the browser vouches for it', () => {
    expect([may('null', 'same-origin'), may('null', undefined), may('null', 'cross-site')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('nobody else may', () => {
    expect(may(undefined, undefined)).toBe(false);
    expect(may(undefined, 'none')).toBe(false);
    expect(may('https://evil.example', undefined)).toBe(false);
    expect(may('https://evil.example', 'same-origin')).toBe(false);
    expect(may(ownOrigin, 'cross-site')).toBe(false);
    expect(may(ownOrigin, 'same-site')).toBe(false);
    expect(may('http://tammanoon.example', undefined)).toBe(false);
    expect(may('https://tammanoon.example.evil.example', undefined)).toBe(false);
  });
});

describe('the encoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['identity;q=1, br;q=0.1', 'identity'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['garbage;;;q=x', 'identity'],
  ])('a client that sends %j gets %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('the key of a page', () => {
  test('the order and the spelling of the query do not make another page', () => {
    const key = pageKey('/charters', 'year=2560&place=95&place=50').address;
    expect(pageKey('/charters', 'place=95&place=50&%79ear=2560').address).toBe(key);
  });
  test('the order of a repeated name does', () => {
    expect(pageKey('/charters', 'place=50&place=95').address).not.toBe(
      pageKey('/charters', 'place=95&place=50').address,
    );
  });
  test('marks added by newsletters are dropped', () => {
    expect(pageKey('/charters', 'utm_source=x&fbclid=y')).toEqual({ address: '/charters', isStorable: true });
  });
  test.each(operations.map(({ id, query }) => [id, Object.keys(query)] as const))(
    'an answer of %s is kept whatever it asks',
    (_id, names) => {
      const query = names.map((name) => `${name}=1`).join('&');
      expect([names, pageKey('/api/v1', query).isStorable]).toEqual([names, true]);
    },
  );
  test('a page with an unknown parameter is made but not kept', () => {
    expect(pageKey('/charters', 'z=1')).toEqual({ address: '/charters?z=1', isStorable: false });
  });
});

test('the stamp of a page changes with a publication and at midnight in Thailand', () => {
  const beforeMidnight = Date.parse('2026-11-22T16:59:59Z');
  expect(pageStamp(1, beforeMidnight)).toBe(pageStamp(1, beforeMidnight - 3_600_000));
  expect(pageStamp(1, beforeMidnight)).not.toBe(pageStamp(2, beforeMidnight));
  expect(pageStamp(1, beforeMidnight)).not.toBe(pageStamp(1, beforeMidnight + 1_000));
});

test.each([
  ['/desk', 'personal'],
  ['/desk/works/1', 'personal'],
  ['/desktop', 'public'],
  ['/login', 'personal'],
  ['/healthz', 'health'],
  ['/_astro/a.css', 'built'],
  ['/pagefind/pagefind.js', 'bundle'],
  ['/_image', 'closed'],
  ['/_server-islands/x', 'closed'],
  ['/', 'public'],
])('%s is answered as %s', (path, kind) => {
  expect(routeKind(path)).toBe(kind);
});

test('a program that asks for JSON gets its refusals as JSON, a browser as a page', () => {
  expect(refusalForm('application/json', '/x')).toBe('json');
  expect(refusalForm('text/html,application/json;q=0.9', '/x')).toBe('html');
  expect(refusalForm(undefined, '/charters/x.json')).toBe('json');
  expect(refusalForm(undefined, '/x')).toBe('html');
});
