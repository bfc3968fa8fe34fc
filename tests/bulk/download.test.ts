import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertEvent } from '../../db/events.ts';
import { insertWork } from '../../db/works.ts';
import { readArchive } from '../../src/archive/read-archive.ts';
import { buildDownload } from '../../src/bulk/build-download.ts';
import { downloadFileNames, listDownloadSets } from '../../src/bulk/download-set.ts';
import { fillReferenceData } from '../../src/cli/reference-data.ts';
import { countTakenBack } from '../../src/registry/count-taken-back.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { listManifests } from '../../src/registry/list-manifests.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { seedRegister } from '../../src/server/seed-register.ts';
import { charterManifest } from '../support/register-with.ts';

const now = '2026-11-22T02:00:00.000Z';
const later = '2026-11-23T02:00:00.000Z';
const aFolder = (): string => mkdtempSync(join(tmpdir(), 'tammanoon-download-'));
const noFiles = (sha256: string): string => sha256;

let register: Register;
let clock = now;
const folder = aFolder();
beforeAll(async () => {
  register = openRegister({ file: join(aFolder(), 'registry.db'), clock: () => clock });
  await seedRegister(register, now);
});

const build = (into = folder) => buildDownload(register, into, noFiles, clock);
const bytesOf = (into: string, id: string) =>
  downloadFileNames.map((name) => readFileSync(join(into, id, name)).toString('base64'));

async function publish(slug: string): Promise<number> {
  const work = { type: 'charters', slug } as const;
  return register.write(async (transaction) => {
    const workId = await insertWork(transaction, work, null, clock);
    const manifest = { ...charterManifest(work), places: ['560118'] };
    await storeEdition(transaction, { workId, manifest, publishedAt: clock, organisationIds: new Map() });
    return workId;
  });
}

test('the archive of a download, unpacked by tar and imported into an empty register, gives the same hashes and files', async () => {
  const { id, files, editions } = await build();
  const unpacked = aFolder();
  execFileSync('tar', ['-xzf', join(folder, id, 'tammanoon-archive.tar.gz'), '-C', unpacked]);
  const archive = await readArchive(join(unpacked, 'tammanoon'));
  if (!archive.ok) throw new Error('the archive cannot be read');
  const other = openRegister({ file: ':memory:' });
  await fillReferenceData(other);
  expect(await importArchive(other, archive.value, later)).toMatchObject({ ok: true, report: { editions } });
  const hashesOf = (of: Register) => Array.fromAsync(listManifests(of), ({ sha256 }) => sha256);
  expect(await hashesOf(other)).toEqual(await hashesOf(register));
  expect(await Array.fromAsync(exportArchive(other))).toEqual(await Array.fromAsync(exportArchive(register)));
  const sums = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(folder, id), encoding: 'utf8' });
  expect(sums.split('\n').filter((line) => line.endsWith(': OK')).length).toBe(files.length - 1);
});

test('every line of the editions can be checked against its hash', async () => {
  const { id, editions } = await build();
  const text = gunzipSync(readFileSync(join(folder, id, 'tammanoon-editions.ndjson.gz'))).toString('utf8');
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBe(editions);
  for (const line of lines) {
    const { sha256, manifest } = JSON.parse(line) as { sha256: string; manifest: { body: string } };
    const canonical = line.slice(line.indexOf('"manifest":') + '"manifest":'.length, -1);
    expect(JSON.parse(canonical)).toEqual(manifest);
    expect(createHash('sha256').update(canonical, 'utf8').digest('hex')).toBe(sha256);
  }
});

test('the same state of the register gives the same bytes, and stays as it was when more is published', async () => {
  const first = await build();
  const again = await build(aFolder());
  expect(again.files).toEqual(first.files);
  const before = bytesOf(folder, first.id);
  clock = later;
  await publish('published-after');
  const next = await build();
  expect(next.id > first.id).toBe(true);
  expect(next.editions).toBe(first.editions + 1);
  expect(bytesOf(folder, first.id)).toEqual(before);
  expect((await listDownloadSets(folder)).map(({ id }) => id)).toEqual([next.id, first.id]);
});

test('a set whose description a power cut emptied is none, and is made anew', async () => {
  const into = aFolder();
  const { id, files } = await build(into);
  writeFileSync(join(into, id, 'set.json'), '');
  expect(await listDownloadSets(into)).toEqual([]);
  expect((await build(into)).files).toEqual(files);
  expect((await listDownloadSets(into)).map((set) => set.id)).toEqual([id]);
});

test('no set is kept of a register that an older backup took the place of', async () => {
  const into = aFolder();
  const { id } = await build(into);
  const told = join(into, id, 'set.json');
  writeFileSync(told, readFileSync(told, 'utf8').replace(/"revision": \d+/, '"revision": 999999'));
  const set = await build(into);
  expect((await listDownloadSets(into)).map(({ revision }) => revision)).toEqual([set.revision]);
});

test('no earlier file is kept once something was taken back, because it may still hold that', async () => {
  const workId = await publish('published-in-error');
  const withError = await build();
  const before = await countTakenBack(register);
  await register.write((transaction) =>
    insertEvent(
      transaction,
      workId,
      {
        kind: 'published_in_error',
        date: null,
        note: 'ทดสอบ',
        source: null,
        edition: 1,
        sha256: 'a'.repeat(64),
      },
      clock,
    ),
  );
  expect(await countTakenBack(register)).toBe(before + 1);
  const set = await build();
  expect(set.takenBack).toBe(withError.takenBack + 1);
  expect((await listDownloadSets(folder)).map(({ id }) => id)).toEqual([set.id]);
});
