import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from './raw-request.ts';
import { startToy, type ToyFrontDoor } from './toy-front-door.ts';

const MEGABYTE = 1024 * 1024;
let toy: ToyFrontDoor;
beforeAll(async () => {
  toy = await startToy();
});
afterAll(() => toy.door.close());

const head = (...lines: readonly string[]) =>
  `${[`POST /desk HTTP/1.1`, `Host: localhost:${toy.port}`, `Origin: ${toy.origin}`, ...lines].join('\r\n')}\r\n\r\n`;

/** Sends a body of this many bytes as Node's own client does, and reads the answer. */
function send(size: number, isDeclared: boolean): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: toy.origin, ...(isDeclared ? { 'Content-Length': String(size) } : {}) };
    const request = httpRequest(`${toy.origin}/desk`, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    const part = Buffer.alloc(MEGABYTE, 'ก');
    let left = size;
    const pump = (): void => {
      while (left > 0) {
        const bytes = part.subarray(0, Math.min(left, part.length));
        left -= bytes.length;
        if (!request.write(bytes)) {
          request.once('drain', pump);
          return;
        }
      }
      request.end();
    };
    pump();
  });
}

describe('a body of 60 MB', () => {
  test.each([
    ['declared', true],
    ['streamed', false],
  ])('%s: the sender gets 413 in Thai while memory stays flat', async (_name, isDeclared) => {
    const before = process.memoryUsage().arrayBuffers;
    const answer = await send(60 * MEGABYTE, isDeclared);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('ใหญ่เกิน 2 เมกะไบต์');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * MEGABYTE);
  });

  test('declared to a reading address is refused too', async () => {
    const lines = `GET / HTTP/1.1\r\nHost: localhost:${toy.port}\r\nContent-Length: 62914560\r\n\r\n`;
    expect((await rawRequest(toy.port, lines)).status).toBe(413);
  });

  test('declared is refused before a byte of it is sent', async () => {
    expect((await rawRequest(toy.port, head('Content-Length: 62914560'))).status).toBe(413);
  });

  test('announced with Expect is refused instead of asked for', async () => {
    const answer = await rawRequest(toy.port, head('Content-Length: 62914560', 'Expect: 100-continue'));
    expect(answer.text).toMatch(/^HTTP\/1\.1 413/);
  });
});

describe('a body within the limit', () => {
  test.each([
    ['declared', true],
    ['streamed', false],
  ])('%s: reaches the site whole', async (_name, isDeclared) => {
    const answer = await send(2 * MEGABYTE, isDeclared);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`"body":${2 * MEGABYTE}`);
  });

  test('announced with Expect is asked for and answered', async () => {
    const answer = await rawRequest(toy.port, head('Content-Length: 3', 'Expect: 100-continue'), 'abc');
    expect(answer.text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/);
    expect(answer.text).toContain('"body":3');
  });
});

test('a sender that goes away half-way breaks nothing', async () => {
  const socket = connect({ port: toy.port, host: '127.0.0.1' });
  socket.write(`${head('Content-Length: 1000')}half`);
  await once(toy.door.server, 'request');
  socket.destroy();
  await once(socket, 'close');
  expect((await fetch(toy.origin)).status).toBe(200);
  expect(toy.log).toEqual([]);
});
