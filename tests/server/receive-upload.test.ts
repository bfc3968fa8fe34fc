import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveUpload, removeUploads, type UploadReading } from '../../src/server/receive-upload.ts';

let folder: string;
let server: Server;
let port: number;
let readings: UploadReading[];
let isDiscarding: boolean;
let reading: Promise<UploadReading>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tammanoon-upload-'));
  readings = [];
  isDiscarding = false;
  let tell: (reading: UploadReading) => void = () => undefined;
  reading = new Promise((resolve) => {
    tell = resolve;
  });
  server = createServer(async (request, response) => {
    const limits = { bodyBytes: 3_000_000, fileBytes: 1_000_000, milliseconds: 700 };
    const newPath = async () => join(folder, `file-${readings.length}`);
    const read = await receiveUpload(request, limits, isDiscarding ? null : newPath);
    readings.push(read);
    tell(read);
    response.end(read.kind);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function aForm(bytes: number, name = 'ภาพ.png'): FormData {
  const form = new FormData();
  form.append('fileTitle', 'ชื่อไฟล์ ก');
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  form.append('after', 'ข');
  return form;
}

const send = async (form: FormData): Promise<UploadReading> => {
  await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: form }).catch(() => undefined);
  return reading;
};

/** The head of a form of which `body` is sent, and no more. */
function sendRaw(body: string, isEnded: boolean, length = 10_000): Promise<UploadReading> {
  const socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
  socket.write(
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: ${length}\r\n\r\n${body}`,
  );
  if (isEnded) setTimeout(() => socket.destroy(), 50);
  return reading;
}

const half = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nhalf of it';

test('the fields before and after a file are kept, and the file stands on the disk', async () => {
  const read = await send(aForm(500_000));
  expect(read).toMatchObject({
    kind: 'form',
    fields: [
      ['fileTitle', 'ชื่อไฟล์ ก'],
      ['after', 'ข'],
    ],
    uploads: [{ field: 'file', fileName: 'ภาพ.png', bytes: 500_000, isTooLarge: false }],
  });
  if (read.kind === 'form') await removeUploads(read.uploads);
  expect(readdirSync(folder)).toEqual([]);
});

test('of a file that is too large no more than the limit reaches the disk, and the fields stay', async () => {
  expect(await send(aForm(1_500_000))).toMatchObject({
    kind: 'form',
    fields: { length: 2 },
    uploads: [{ bytes: 1_000_000, isTooLarge: true }],
  });
});

test('nothing is written for somebody who may not bring files, and the fields stay', async () => {
  isDiscarding = true;
  expect(await send(aForm(500_000))).toMatchObject({ kind: 'form', fields: { length: 2 }, uploads: [] });
  expect(readdirSync(folder)).toEqual([]);
});

test('a form in which no file was chosen brings none', async () => {
  expect(await send(aForm(0, ''))).toMatchObject({ kind: 'form', uploads: [] });
});

test.each<[string, () => Promise<UploadReading>, UploadReading['kind']]>([
  ['a body over the limit', () => send(aForm(3_500_000)), 'too_large'],
  ['a sender that goes away', () => sendRaw(half, true), 'broken_off'],
  ['a sender that never finishes', () => sendRaw(half, false), 'too_slow'],
  ['a form without its end', () => sendRaw(half, false, Buffer.byteLength(half)), 'malformed'],
  ['a body that is no form', () => sendRaw('x'.repeat(100), false, 100), 'malformed'],
])('%s leaves no file behind', async (_what, act, kind) => {
  expect((await act()).kind).toBe(kind);
  expect(readdirSync(folder)).toEqual([]);
});
