import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLines, type RawAnswer, rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor } from './toy-front-door.ts';

let toy: ToyFrontDoor;
beforeAll(async () => {
  toy = await startToy();
});
afterAll(() => toy.door.close());

/** A refusal is a Thai page with every security header, and repeats nothing of what was asked. */
function expectRefusal(answer: RawAnswer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.head).toMatch(/content-type: text\/html; charset=utf-8/i);
  expect(answer.head).toMatch(/content-security-policy: default-src 'none'/i);
  expect(answer.head).toMatch(/x-content-type-options: nosniff/i);
  expect(answer.body).toMatch(/<html lang="th">[\s\S]*<h1>[ก-๙]/);
  expect(answer.text).not.toContain('evil');
}

describe('an address that cannot be read', () => {
  test.each([
    ['NUL', '/charters/%00evil', 400],
    ['NUL in the query', '/search?q=evil%00', 400],
    ['UTF-8 cut off', '/charters/%E0%B8', 400],
    ['an over-long UTF-8 form', '/%C0%AFevil', 400],
    ['raw bytes that are not UTF-8', '/evil\xff\xfe', 400],
    ['broken percent-encoding', '/evil%zz', 400],
    ['two slashes at the start', '//evil.example/', 400],
    ['a backslash', '/\\evil.example/', 400],
    ['a whole address', 'http://evil.example/', 400],
    ['dot segments', '/x/../desk?evil', 404],
    ['double encoding', '/%2564esk?evil', 404],
    ['a 10,000-character query', `/search?q=${'x'.repeat(10_000)}`, 414],
    ['a 10,000-character Thai query', `/search?q=${'%E0%B8%81'.repeat(10_000)}`, 414],
  ])('%s is refused in Thai', async (_name, address, status) => {
    expectRefusal(await rawRequest(toy.port, getLines(toy.port, address)), status);
  });

  test('a program gets the reason as JSON', async () => {
    const answer = await rawRequest(toy.port, getLines(toy.port, '/a%00', 'Accept: application/json'));
    expect(answer.head).toMatch(/content-type: application\/json; charset=utf-8/i);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { status: 400, code: 'bad_request' } });
  });
});

describe('a host that is not ours', () => {
  test.each([
    ['forged', 'Host: evil.example\r\n'],
    ['missing', ''],
    ['sent twice', 'Host: localhost:PORT\r\nHost: evil.example\r\n'],
    ['ours with something behind it', 'Host: localhost:PORT.evil.example\r\n'],
  ])('%s: the request is misdirected and the name is not repeated', async (_name, host) => {
    const lines = `GET / HTTP/1.1\r\n${host.replaceAll('PORT', String(toy.port))}\r\n`;
    expectRefusal(await rawRequest(toy.port, lines), 421);
  });

  test('HTTP/1.0 without a host is misdirected too', async () => {
    expectRefusal(await rawRequest(toy.port, 'GET / HTTP/1.0\r\n\r\n'), 421);
  });

  test('a forged forwarding header reaches no page', async () => {
    const forged = [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-For: 6.6.6.6',
      'Forwarded: host=evil.example',
    ];
    for (const address of ['/', '/desk']) {
      const answer = await rawRequest(toy.port, getLines(toy.port, address, ...forged));
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/evil|6\.6\.6\.6/);
      expect(answer.text).toContain(`"x-forwarded-host":"localhost:${toy.port}"`);
    }
  });
});

describe('a method that is not answered', () => {
  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'FOO', 'get'])(
    '%s',
    async (method) => {
      const answer = await rawRequest(
        toy.port,
        `${method} / HTTP/1.1\r\nHost: localhost:${toy.port}\r\n\r\n`,
      );
      expectRefusal(answer, 405);
      expect(answer.head).toMatch(/allow: GET, HEAD, POST/i);
    },
  );

  test('CONNECT', async () => {
    const answer = await rawRequest(
      toy.port,
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    );
    expectRefusal(answer, 405);
  });

  test('a form sent to the search bundle', async () => {
    const answer = await fetch(`${toy.origin}/pagefind/pagefind.js`, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a request that tries to be two', () => {
  const smuggled = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n';
  test.each([
    ['length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggled}`],
    ['two lengths', 'Content-Length: 4\r\nContent-Length: 40\r\n', smuggled],
    ['a hidden chunked', 'Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`],
    ['a length that is no number', 'Content-Length: +4\r\n', smuggled],
    ['a chunk size that is no number', 'Transfer-Encoding: chunked\r\n', `zz\r\n${smuggled}`],
    ['a header line without a name', ': x\r\n', ''],
    ['a folded header', 'X-A: b\r\n c\r\nX B: c\r\n', ''],
    ['a bare line feed', 'X-A: b\nX-B: c\rX: y\r\n', ''],
  ])('%s is refused and the connection ends', async (_name, headers, body) => {
    const head = `POST / HTTP/1.1\r\nHost: localhost:${toy.port}\r\nSec-Fetch-Site: same-origin\r\n${headers}\r\n`;
    const answer = await rawRequest(toy.port, head + body);
    expectRefusal(answer, 400);
    expect(answer.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer.head).toMatch(/connection: close/i);
  });
});

describe('a head that is too large', () => {
  test('one huge header', async () => {
    expectRefusal(
      await rawRequest(toy.port, getLines(toy.port, '/', `Cookie: ${'evil'.repeat(20_000)}`)),
      431,
    );
  });
  test('thousands of headers', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `X-${index}: evil`);
    expectRefusal(await rawRequest(toy.port, getLines(toy.port, '/', ...lines)), 431);
  });
});

test('an expectation nobody knows is refused', async () => {
  expectRefusal(await rawRequest(toy.port, getLines(toy.port, '/', 'Expect: evil')), 417);
});

test('bytes that are no HTTP at all are refused', async () => {
  expectRefusal(await rawRequest(toy.port, '\x16\x03\x01\x02evil\r\n\r\n'), 400);
});

test('after all of this the server still answers, and nothing was logged as a failure', async () => {
  expect((await fetch(toy.origin)).status).toBe(200);
  expect(toy.log).toEqual([]);
});
