import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openRegister } from '../../db/connection.ts';
import { readManifestBytes } from '../../db/editions.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { run } from '../../src/cli/run.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { verifyRegister } from '../../src/registry/verify-register.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { storyBegins } from '../support/register-with.ts';
import { archiveOf, editionText } from '../support/test-archive.ts';

const publishingChild = fileURLToPath(new URL('../prove/publishing-child.ts', import.meta.url));

let folder: string;
let data: string;
let registerFile: string;
let copy: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  data = join(folder, 'data');
  registerFile = join(data, 'registry.db');
  copy = join(folder, 'copy.db');
  vi.stubEnv('DATA_DIR', data);
  const register = await emptyRegister(registerFile);
  await importArchive(register, archiveOf([editionText(1), editionText(2)]), storyBegins);
  register.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

type Run = { readonly status: number; readonly stdout: string; readonly stderr: string };

/** Runs a command of the registrar in this process, and keeps what it says. */
async function registry(...words: readonly string[]): Promise<Run> {
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

const sentencesOf = (answer: Run): readonly string[] => answer.stderr.trim().split('\n');

/** The hash of every edition, in the order of publication. */
async function hashesIn(file: string): Promise<readonly string[]> {
  const register = openRegister({ file });
  const hashes = (await readManifestBytes(register.read, 0, 10_000)).map((edition) => edition.sha256);
  const { damaged } = await verifyRegister(register);
  register.close();
  expect(damaged).toEqual([]);
  return hashes;
}

function revisionOf(file: string): number {
  const register = openRegister({ file });
  const revision = register.revision();
  register.close();
  return revision;
}

async function publishOneMore(): Promise<void> {
  const register = openRegister({ file: registerFile });
  const texts = [editionText(1), editionText(2), editionText(3)];
  expect(await importArchive(register, archiveOf(texts), storyBegins)).toMatchObject({ ok: true });
  register.close();
}

/** The files of the data folder, but for the lock, which holds nothing. */
const filesOfData = () => readdirSync(data).filter((name) => !name.endsWith('.lock'));

describe('a backup', () => {
  test('is one file with every edition of the register', async () => {
    const answer = await registry('backup', copy);
    expect(answer).toMatchObject({ status: 0, stdout: expect.stringContaining('2 editions verified') });
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'data']);
    expect(await hashesIn(copy)).toEqual(await hashesIn(registerFile));
  });

  test('made while editions are being published is one moment of the register, whole', async () => {
    const register = openRegister({ file: registerFile });
    const user = { username: 'registrar', displayName: 'ผู้ทดสอบ', password: 'a long test password' };
    await addUser(register, { ...user, role: 'registrar', organisation: null, now: storyBegins });
    register.close();
    const publisher = spawn(process.execPath, [publishingChild, registerFile], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void publisher.kill('SIGKILL'));
    const confirmed = confirmedBy(publisher);
    await expect.poll(() => confirmed.length, { timeout: 20_000 }).toBeGreaterThan(2);
    for (let round = 1; round <= 3; round += 1) {
      const before = [...confirmed];
      const answer = await registry('backup', copy, '--overwrite');
      expect(answer).toMatchObject({ status: 0, stderr: '' });
      await expect.poll(() => confirmed.length, { timeout: 10_000 }).toBeGreaterThan(before.length);
      expect(await hashesIn(copy)).toEqual(expect.arrayContaining(before));
    }
    publisher.kill('SIGKILL');
    await once(publisher, 'exit');
    expect((await registry('restore', copy, '--replace')).status).toBe(0);
  }, 60_000);

  test('never takes the place of a file unasked, nor of the register itself', async () => {
    writeFileSync(copy, 'something of mine');
    const refused = await registry('backup', copy);
    expect(refused.status).toBe(1);
    expect(sentencesOf(refused)).toEqual([expect.stringContaining('is there already')]);
    expect(readFileSync(copy, 'utf8')).toBe('something of mine');
    const itself = await registry('backup', registerFile, '--overwrite');
    expect(sentencesOf(itself)).toEqual([expect.stringContaining('belongs to the register itself')]);
    expect((await registry('backup', copy, '--overwrite')).status).toBe(0);
    expect(await hashesIn(copy)).toHaveLength(2);
  });

  test('into a folder that is not there, or of no register, is refused in one sentence', async () => {
    const nowhere = await registry('backup', join(folder, 'not-mounted', 'copy.db'));
    expect(sentencesOf(nowhere)).toEqual([expect.stringContaining('There is no folder')]);
    rmSync(data, { recursive: true });
    expect(sentencesOf(await registry('backup', copy))).toEqual([
      expect.stringContaining('There is no register'),
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a register whose text was altered is refused', async () => {
    alterText(registerFile);
    const answer = await registry('backup', copy);
    expect(answer.status).toBe(1);
    expect(sentencesOf(answer)).toEqual([
      expect.stringContaining('1 of 2 editions no longer give their hash'),
    ]);
    expect(existsSync(copy)).toBe(false);
  });
});

describe('a restore', () => {
  test('after the register is lost gives back every edition with the same hash', async () => {
    const before = await hashesIn(registerFile);
    await registry('backup', copy);
    const revision = revisionOf(registerFile);
    await leaveLogWithoutRegister();
    const answer = await registry('restore', copy);
    expect(answer).toMatchObject({ status: 0, stderr: '' });
    expect(answer.stdout.trim().split('\n').at(-1)).toMatch(/2 editions verified; every hash agrees\.$/);
    expect(await hashesIn(registerFile)).toEqual(before);
    expect(revisionOf(registerFile)).toBe(revision);
  });

  test('over a register is refused, and with --replace keeps that one beside and drops the search index', async () => {
    await registry('backup', copy);
    await publishOneMore();
    const later = await hashesIn(registerFile);
    mkdirSync(join(data, 'search'));
    const refused = await registry('restore', copy);
    expect(refused.status).toBe(1);
    expect(sentencesOf(refused)).toEqual([expect.stringContaining('--replace')]);
    expect(await hashesIn(registerFile)).toEqual(later);

    expect((await registry('restore', copy, '--replace')).status).toBe(0);
    const [kept = ''] = filesOfData().filter((name) => name.startsWith('registry.db.before-restore-'));
    expect(filesOfData().sort()).toEqual(['registry.db', kept]);
    expect(await hashesIn(registerFile)).toEqual(later.slice(0, 2));
    expect(await hashesIn(join(data, kept))).toEqual(later);
  });

  test('replaces a register that is damaged', async () => {
    await registry('backup', copy);
    writeFileSync(registerFile, 'no database any more');
    expect((await registry('restore', copy, '--replace')).status).toBe(0);
    expect(await hashesIn(registerFile)).toHaveLength(2);
  });

  test('is refused while somebody has the register open, even a lost one, and not after they were killed', async () => {
    await registry('backup', copy);
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holding(registerFile)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    const refusal = { status: 1, stderr: expect.stringContaining('has the register open') };
    expect(await registry('restore', copy, '--replace')).toMatchObject(refusal);
    rmSync(registerFile);
    expect(await registry('restore', copy)).toMatchObject(refusal);
    expect(existsSync(registerFile)).toBe(false);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await registry('restore', copy)).status).toBe(0);
  });

  test.each([
    ['is no database', () => writeFileSync(copy, 'x'.repeat(10_000)), 'damaged or no register'],
    ['is empty', () => writeFileSync(copy, ''), 'is not a register'],
    ['is cut off', () => writeFileSync(copy, readFileSync(copy).subarray(0, 40_000)), 'damaged'],
    ['has an altered text', () => alterText(copy), '1 of 2 editions no longer give their hash'],
    [
      'is another database',
      () => {
        rmSync(copy);
        new Database(copy).exec('CREATE TABLE editions (id)').close();
      },
      'is not a register',
    ],
    [
      'is of a newer version',
      () =>
        new Database(copy)
          .exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)")
          .close(),
      'newer version',
    ],
    ['has a log beside it', () => writeFileSync(`${copy}-wal`, 'frames'), 'register in use'],
    ['is not there', () => rmSync(copy), 'There is no file'],
  ])('of a file that %s is refused in one sentence, and nothing changes', async (_name, damage, reason) => {
    await registry('backup', copy);
    damage();
    const before = { files: filesOfData(), bytes: readFileSync(registerFile) };
    const answer = await registry('restore', copy, '--replace');
    expect(answer).toMatchObject({ status: 1, stdout: '' });
    expect(sentencesOf(answer)).toEqual([expect.stringContaining(reason)]);
    expect({ files: filesOfData(), bytes: readFileSync(registerFile) }).toEqual(before);
  });
});

/** Hashes that a publishing process has confirmed so far. */
function confirmedBy(publisher: ChildProcess): readonly string[] {
  const hashes: string[] = [];
  let text = '';
  publisher.stdout?.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n');
    text = lines.pop() ?? '';
    // A plan is confirmed by a line of its own, and is no edition yet.
    hashes.push(...lines.flatMap((line) => /^\d+ ([0-9a-f]{64})$/.exec(line)?.[1] ?? []));
  });
  return hashes;
}

/** Changes one letter of edition 1 in the file, as a failing disk would, so that SQLite sees nothing. */
function alterText(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from('ธรรมนูญทดสอบฉบับที่ 1'), bytes.indexOf('"evidenceLevel"'));
  expect(at).toBeGreaterThan(0);
  bytes.write('ท', at);
  writeFileSync(file, bytes);
}

/** What a crash and a lost file leave: a write-ahead log of other pages, which must not get into the restored ones. */
async function leaveLogWithoutRegister(): Promise<void> {
  const crashed = openRegister({ file: registerFile });
  await crashed.write(async (transaction) => {
    transaction.run('UPDATE register_state SET revision = 999');
  });
  copyFileSync(`${registerFile}-wal`, join(folder, 'log'));
  crashed.close();
  rmSync(registerFile);
  copyFileSync(join(folder, 'log'), `${registerFile}-wal`);
}

const holding = (file: string): string =>
  `import { openRegister } from ${JSON.stringify(new URL('../../db/connection.ts', import.meta.url).href)};
   openRegister({ file: ${JSON.stringify(file)} });
   console.log('open');
   setInterval(() => undefined, 1000);`;
