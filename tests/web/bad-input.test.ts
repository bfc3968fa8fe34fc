import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLines, rawRequest } from '../server/raw-request.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

let server: BuiltServer;
let port: number;
beforeAll(async () => {
  server = await startBuiltServer();
  port = Number(new URL(server.origin).port);
}, 120_000);
afterAll(() => server?.remove());

const work = '/charters/san-pa-muang-health';

describe('the built site', () => {
  test.each([
    ['an unknown type', '/laws', 404],
    ['an unknown slug', '/charters/no-such-charter', 404],
    ['a slug of strange characters', '/charters/%E0%B8%98%27%22%3Cscript%3E', 404],
    ['edition 0', `${work}/editions/0`, 404],
    ['edition 99', `${work}/editions/99`, 404],
    ['an edition that is no number', `${work}/editions/one`, 404],
    ['an edition beyond all numbers', `${work}/editions/99999999999999999999`, 404],
    ['a malformed date', `${work}/@2560-13-99`, 400],
    ['a date that is no date', `${work}/@yesterday`, 400],
    ['an unknown place', '/places/99', 404],
    ['a place that is no code', '/places/xx', 404],
    ['an unknown organisation', '/organisations/nobody', 404],
    ['a list page beyond the last', '/charters?page=99999', [200, 404]],
    ['a list page that is no number', '/charters?page=-1', [200, 400, 404]],
    ['an unknown year', '/charters?year=abc', [200, 400, 404]],
    ['a prototype in the query', '/charters?__proto__[x]=1&constructor=2', [200, 400]],
    ['a 10,000-character query', `/search?q=${'x'.repeat(10_000)}`, 414],
    ['NUL in the path', '/charters/%00', 400],
    ['invalid UTF-8 in the path', '/charters/%E0%B8', 400],
    ['an unknown desk page', '/desk/nothing/here', [303, 404]],
    ['an image service request', '/_image?href=//evil.example/x.png', 404],
    ['a server island', '/_server-islands/x', 404],
  ] as const)('%s is answered in Thai and never with a 5xx', async (_name, address, expected) => {
    const answer = await rawRequest(port, getLines(port, address, 'Connection: close'));
    expect([expected].flat()).toContain(answer.status);
    if (answer.status >= 400) expect(answer.body).toMatch(/[ก-๙]{5,}/);
    expect(answer.text).not.toContain('evil.example');
  });

  test.each([
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
  ])('a sign-in sent from another site as %s is refused', async (type) => {
    for (const address of ['/login', '/logout', '/desk/new', '/']) {
      const answer = await fetch(server.origin + address, {
        method: 'POST',
        headers: { 'content-type': type, origin: 'http://evil.example' },
        body: 'username=x&password=y',
      });
      expect(answer.status).toBe(403);
    }
  });

  test.each(['{', '%', 'username=%ff&password=%00', 'username='.repeat(10_000)])(
    'a sign-in that cannot be read (%.20s) is refused',
    async (body) => {
      for (const type of ['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data']) {
        const headers = { 'content-type': type, origin: server.origin };
        const answer = await fetch(`${server.origin}/login`, { method: 'POST', headers, body });
        expect(answer.status, `${type} ${body.slice(0, 20)}`).toBeGreaterThanOrEqual(400);
        expect(answer.status, `${type} ${body.slice(0, 20)}`).toBeLessThan(500);
      }
    },
  );

  test('a body of 60 MB is refused', async () => {
    const lines = `POST /login HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${server.origin}\r\nContent-Length: 62914560\r\n\r\n`;
    expect((await rawRequest(port, lines)).status).toBe(413);
  });

  test('a forged host is refused', async () => {
    const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(answer.status).toBe(421);
    expect(answer.text).not.toContain('evil');
  });
});
