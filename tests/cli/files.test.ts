import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { insertWorkFile } from '../../db/attachments.ts';
import { openRegister } from '../../db/connection.ts';
import { findWork } from '../../db/works.ts';
import { run } from '../../src/cli/run.ts';
import { type Attachment, withAttachments } from '../../src/domain/attachment.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { storyBegins } from '../support/register-with.ts';
import { archiveOf, editionText, testCharter } from '../support/test-archive.ts';

let folder: string;
let data: string;
let file: Attachment;
const bytes = Buffer.from('bytes of a test scan');

/** A register with two editions, the second of which names a file, and one file of nobody's. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-cli-'));
  data = join(folder, 'data');
  vi.stubEnv('DATA_DIR', data);
  const store = createFileStore(join(data, 'files'));
  const incoming = await store.newIncoming();
  writeFileSync(incoming, bytes);
  const kept = await store.keep(incoming);
  file = {
    ...kept,
    name: 'สำเนา-ทดสอบ.pdf',
    title: 'สำเนาทดสอบ',
    kind: 'signed_scan',
    mediaType: 'application/pdf',
    pageCount: 2,
    pages: [{ page: 1, provision: 'cl-1' }],
    textEquivalent: { kind: 'text', text: 'บรรทัดหนึ่ง\nบรรทัดสอง' },
  };
  const register = await emptyRegister(join(data, 'registry.db'));
  const [work, ...others] = archiveOf([editionText(1), editionText(2)]).works;
  if (!work) throw new Error('no test work');
  const editions = work.editions.map((one, index) =>
    index === 0 ? one : { ...one, manifest: withAttachments(one.manifest, [file]) },
  );
  const archive = { organisations: [], works: [{ ...work, editions }, ...others] };
  const outcome = await importArchive(
    register,
    archive,
    storyBegins,
    () => undefined,
    new Set([kept.sha256]),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  register.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function registry(...words: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const listeners = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  const status = await run(words);
  for (const listener of listeners) listener.mockRestore();
  return { status, ...said };
}

const storedPath = () => createFileStore(join(data, 'files')).pathOf(file.sha256);

describe('an archive', () => {
  test('carries the files, and comes back with the same bytes and the same hashes', async () => {
    const first = join(folder, 'first');
    expect(await registry('export', first)).toMatchObject({ status: 0 });
    const work = join(first, testCharter.type, testCharter.slug);
    expect(readFileSync(join(work, 'files', `${file.sha256}.pdf`))).toEqual(bytes);
    expect(readFileSync(join(work, '1.md'), 'utf8')).not.toContain('attachments');
    vi.stubEnv('DATA_DIR', join(folder, 'other'));
    const other = await emptyRegister(join(folder, 'other', 'registry.db'));
    other.close();
    expect(await registry('import', first)).toMatchObject({ status: 0 });
    const second = join(folder, 'second');
    await registry('export', second);
    for (const path of ['1.md', '2.md', join('files', `${file.sha256}.pdf`)]) {
      expect(readFileSync(join(second, testCharter.type, testCharter.slug, path))).toEqual(
        readFileSync(join(work, path)),
      );
    }
  });

  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['has other bytes', (path: string) => writeFileSync(path, 'bytes of a test scaN')],
  ])('with a file that %s is refused by line and field, and nothing is kept', async (_what, spoil) => {
    const first = join(folder, 'first');
    await registry('export', first);
    spoil(join(first, testCharter.type, testCharter.slug, 'files', `${file.sha256}.pdf`));
    vi.stubEnv('DATA_DIR', join(folder, 'other'));
    const answer = await registry('import', first);
    expect(answer.status).toBe(1);
    expect(answer.stderr).toContain('2.md: "attachments.0" names a file that is not in the folder files');
    expect(existsSync(join(folder, 'other', 'files'))).toBe(false);
  });
});

describe('verify', () => {
  test('says that every file agrees', async () => {
    await registry('index');
    expect((await registry('verify')).stdout).toContain(
      '2 editions verified and 1 files; every hash agrees.',
    );
  });

  test.each([
    ['missing', (path: string) => rmSync(path)],
    ['damaged', (path: string) => writeFileSync(path, 'x')],
  ])('names a file that is %s, and where it belongs', async (fault, spoil) => {
    spoil(storedPath());
    const answer = await registry('verify');
    expect(answer.status).toBe(1);
    expect(answer.stderr).toContain(`of edition 2 of ${testCharter.type}/${testCharter.slug} is ${fault}.`);
  });
});

describe('a backup', () => {
  test('has the files beside it, and restores them', async () => {
    const copy = join(folder, 'copy.db');
    expect((await registry('backup', copy)).stdout).toContain('1 files are beside it');
    rmSync(data, { recursive: true });
    expect(await registry('restore', copy)).toMatchObject({ status: 0 });
    expect(readFileSync(storedPath())).toEqual(bytes);
  });

  test('is refused when a file of an edition is damaged, and leaves no half of one', async () => {
    writeFileSync(storedPath(), 'x');
    const answer = await registry('backup', join(folder, 'copy.db'));
    expect(answer.status).toBe(1);
    expect(answer.stderr).toMatch(/is damaged\. No backup was made\./);
    expect(readdirSync(folder)).not.toContain('copy.db');
  });

  test('without its files is not restored over a register, which stays as it was', async () => {
    const copy = join(folder, 'copy.db');
    await registry('backup', copy);
    rmSync(`${copy}.files`, { recursive: true });
    rmSync(storedPath());
    const answer = await registry('restore', copy, '--replace');
    expect(answer.status).toBe(1);
    expect(answer.stderr).toMatch(/is missing\. The register is as it was\./);
  });

  test('leaves out the file of a draft that is gone', async () => {
    const register = openRegister({ file: join(data, 'registry.db') });
    await register.write(async (transaction) => {
      const work = await findWork(transaction, testCharter);
      const lost = { sha256: 'f'.repeat(64), mediaType: 'image/png', bytes: 1 } as const;
      await insertWorkFile(transaction, { ...lost, workId: work?.id ?? 0, userId: null, at: storyBegins });
    });
    register.close();
    expect(await registry('backup', join(folder, 'copy.db'))).toMatchObject({ status: 0 });
  });
});
