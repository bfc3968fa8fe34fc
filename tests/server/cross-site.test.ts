import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor } from './toy-front-door.ts';

let toy: ToyFrontDoor;
let secure: ToyFrontDoor;
beforeAll(async () => {
  toy = await startToy();
  secure = await startToy({ environment: { SITE_URL: 'https://tammanoon.example' } });
});
afterAll(async () => {
  await toy.door.close();
  await secure.door.close();
});

const contentTypes = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'application/octet-stream',
  'text/plai',
  null,
] as const;

const senders = [
  ['another site', { Origin: 'http://evil.example' }, 403],
  [
    'another site, as the browser says',
    { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    403,
  ],
  ['a neighbour of the same site', { Origin: 'http://www.localhost', 'Sec-Fetch-Site': 'same-site' }, 403],
  ['a hidden origin', { Origin: 'null' }, 403],
  ['nobody named', {}, 403],
  ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }, 403],
  ['our own page', { Origin: 'OWN' }, 200],
  ['our own page, as the browser says', { Origin: 'OWN', 'Sec-Fetch-Site': 'same-origin' }, 200],
] as const;

describe.each(senders)('a change sent by %s', (_name, headers, status) => {
  test.each(contentTypes)(`as %s is answered ${status}`, async (type) => {
    for (const address of ['/login', '/charters']) {
      const lines = [
        `POST ${address} HTTP/1.1`,
        `Host: localhost:${toy.port}`,
        'Content-Length: 2',
        'Connection: close',
        ...(type === null ? [] : [`Content-Type: ${type}`]),
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value.replace('OWN', toy.origin)}`),
      ];
      const answer = await rawRequest(toy.port, `${lines.join('\r\n')}\r\n\r\n{}`);
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(status === 403 ? 'ไม่ได้ส่งมาจากหน้าเว็บของทะเบียนเอง' : 'หน้าทดสอบ');
    }
  });
});

test('behind a TLS proxy only the public https origin may change things, and the site sees that origin', async () => {
  const post = (origin: string) =>
    rawRequest(
      secure.port,
      `POST /login HTTP/1.1\r\nHost: tammanoon.example\r\nOrigin: ${origin}\r\nContent-Length: 0\r\n\r\n`,
    );
  expect((await post('http://tammanoon.example')).status).toBe(403);
  expect((await post('https://evil.example')).status).toBe(403);
  const own = await post('https://tammanoon.example');
  expect(own.status).toBe(200);
  expect(own.body).toContain('"x-forwarded-proto":"https"');
  expect(own.body).toContain('"origin":"https://tammanoon.example"');
});
