import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister } from '../../db/connection.ts';
import { buildDownload } from '../../src/bulk/build-download.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer();
}, 120_000);
afterAll(async () => server?.remove());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.origin + path, { headers, method });

type Offered = {
  readonly sets: readonly {
    readonly asOf: string;
    readonly files: readonly {
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly address: string;
    }[];
  }[];
};
const offered = async (): Promise<Offered> => (await (await get('/download.json')).json()) as Offered;

test('the whole register is offered as soon as its files are made, whole or in part, each with its hash', async () => {
  expect((await offered()).sets).toEqual([]);
  expect(await (await get('/download')).text()).toContain('กำลังทำแฟ้มชุดแรก');
  const register = openRegister({ file: join(server.dataDir, 'registry.db') });
  const folder = join(server.dataDir, 'downloads');
  const { id } = await buildDownload(register, folder, (sha256) => sha256, new Date().toISOString());
  register.close();
  const page = await (await get('/download')).text();
  const [set] = (await offered()).sets;
  expect(set?.files.length).toBe(6);
  for (const { name, bytes, sha256, address } of set?.files ?? []) {
    expect(page).toContain(`href="/downloads/${id}/${name}"`);
    expect(page).toContain(sha256);
    const answer = await fetch(address);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const body = Buffer.from(await answer.arrayBuffer());
    expect([name, body.length]).toEqual([name, bytes]);
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    const part = await get(new URL(address).pathname, { range: 'bytes=1-9' });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, body.subarray(1, 10)]);
    const etag = answer.headers.get('etag') ?? '';
    expect((await get(new URL(address).pathname, { 'if-none-match': etag })).status).toBe(304);
  }
});

test.each(['/downloads/20000101T000000000/SHA256SUMS', '/downloads', '/downloads/x/set.json'])(
  'there is nothing at %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
    expect((await get(path, {}, 'POST')).status).toBe(405);
  },
);
