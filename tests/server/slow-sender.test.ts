import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startToy } from './toy-front-door.ts';

test('a sender that never finishes its request is told so and cut off', async () => {
  const toy = await startToy({ limits: { headersTimeoutMs: 300, requestTimeoutMs: 300 } });
  const text = await new Promise<string>((resolve) => {
    let received = '';
    const socket = connect({ port: toy.port, host: '127.0.0.1' });
    socket.write(`GET / HTTP/1.1\r\nHost: localhost:${toy.port}\r\nX-Slow: `);
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('close', () => resolve(received));
  });
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(text).toContain('ลองส่งใหม่');
  await toy.door.close();
});
