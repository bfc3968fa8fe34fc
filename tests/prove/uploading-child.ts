/**
 * Attaches one file after another as fast as it can, until it is killed. `row-first` turns the order round: the row is
 * committed before its file stands in the store.
 */
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { insertWorkFile } from '../../db/attachments.ts';
import { openRegister } from '../../db/connection.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { arrangeAttachment } from '../../src/registry/arrange-attachment.ts';
import { attachFile } from '../../src/registry/attach-file.ts';
import { openDraftFiles } from '../../src/registry/open-draft-files.ts';
import { plainFileFields } from '../support/file-room.ts';
import { testCharter } from '../support/test-archive.ts';

const [, , file = '', mode = ''] = process.argv;
const register = openRegister({ file });
const store = createFileStore(join(dirname(file), 'files'));
const registrar: Actor = { userId: 1, memberships: [{ role: 'registrar', organisation: null }] };
const room = {
  store,
  /** The real one takes so long that no kill would ever fall between file and row. */
  examine: async (source: string, target: string) => {
    await copyFile(source, target);
    return { ok: true, value: { mediaType: 'application/pdf', pageCount: 1, isStripped: true } } as const;
  },
};

async function attachOnce(): Promise<void> {
  const bytes = randomBytes(300_000);
  const path = await store.newIncoming();
  await writeFile(path, bytes);
  const now = new Date().toISOString();
  if (mode === 'row-first') {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const row = { sha256, mediaType: 'application/pdf', bytes: bytes.length } as const;
    await register.write((transaction) =>
      insertWorkFile(transaction, { ...row, workId: 1, userId: 1, at: now }),
    );
    await store.keep(path);
    return;
  }
  const opened = await openDraftFiles(register, registrar, testCharter);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { lock, files } = opened.value;
  const [oldest] = files;
  if (oldest && files.length > 20) {
    const asked = { lock, sha256: oldest.sha256, what: 'remove' } as const;
    await arrangeAttachment(register, registrar, testCharter, asked, now);
    return;
  }
  const upload = { path, fileName: 'test.pdf', bytes: bytes.length };
  const asked = { lock, upload, fields: plainFileFields, replaces: null };
  const attached = await attachFile(register, room, registrar, testCharter, asked, now);
  if (!attached.ok) throw new Error(attached.refusal.code);
  process.stdout.write(`${attached.value.file.sha256}\n`);
}

process.stdout.write('ready\n');
for (;;) await attachOnce();
