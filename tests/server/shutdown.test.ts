import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startToy } from './toy-front-door.ts';

test('a server told to stop finishes the answer on its way, takes no new one, and closes the register last', async () => {
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const toy = await startToy({
    astroHandler: async (_request, response) => {
      order.push('asked');
      await gate.promise;
      response.setHeader('content-type', 'text/html');
      response.end('<p>ทันเวลา</p>');
      order.push('answered');
    },
  });
  const answer = fetch(`${toy.origin}/desk`);
  await expect.poll(() => order).toEqual(['asked']);
  const closed = toy.door.close().then(() => order.push('closed'));
  await expect(fetch(`${toy.origin}/healthz`)).rejects.toThrow();
  expect(toy.closings).toBe(0);
  gate.resolve();
  expect(await (await answer).text()).toContain('ทันเวลา');
  await closed;
  await toy.door.close();
  expect(order).toEqual(['asked', 'answered', 'closed']);
  expect(toy.closings).toBe(1);
});

test('connections that only wait do not hold the server up', async () => {
  const toy = await startToy();
  await fetch(toy.origin);
  const idle = connect({ port: toy.port, host: '127.0.0.1' });
  await new Promise((resolve) => idle.once('connect', resolve));
  const begin = performance.now();
  await toy.door.close();
  expect(performance.now() - begin).toBeLessThan(1_500);
  idle.destroy();
});

test('an answer that never ends is cut off when the grace is over', async () => {
  const toy = await startToy({ limits: { graceMs: 200 }, astroHandler: () => new Promise(() => undefined) });
  const answer = fetch(toy.origin);
  const outcome = expect(answer).rejects.toThrow();
  await expect.poll(() => toy.visits.length).toBe(1);
  await toy.door.close();
  await outcome;
  expect(toy.closings).toBe(1);
});
