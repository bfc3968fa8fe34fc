import { readFile, writeFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPublicFile } from '../../db/attachments.ts';
import { insertEvent } from '../../db/events.ts';
import { findWork } from '../../db/works.ts';
import { withAttachments } from '../../src/domain/attachment.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import { arrangeAttachment } from '../../src/registry/arrange-attachment.ts';
import { attachFile } from '../../src/registry/attach-file.ts';
import { describeAttachment } from '../../src/registry/describe-attachment.ts';
import { discardDraft } from '../../src/registry/discard-draft.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { openDraftFile } from '../../src/registry/open-draft-file.ts';
import { openDraftFiles } from '../../src/registry/open-draft-files.ts';
import { openEdition } from '../../src/registry/open-edition.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { canonicalManifest } from '../../src/registry/steps/canonical-manifest.ts';
import { sweepFiles } from '../../src/registry/sweep-files.ts';
import { verifyFiles } from '../../src/registry/verify-files.ts';
import { aJpeg, aPdf, aPng } from '../files/hostile-files.ts';
import { aFileRoom, plainFileFields, type TestRoom } from '../support/file-room.ts';
import {
  aRegisterWithAnOpenDraft,
  charterManifest,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
let room: TestRoom;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
  room = aFileRoom();
});
afterEach(() => {
  story.register.close();
  room.remove();
});

const lockOf = async (): Promise<string> => {
  const files = await openDraftFiles(story.register, story.people.editorA, story.charter);
  return files.ok ? files.value.lock : 'no draft';
};

async function attach(
  bytes: Uint8Array,
  fileName: string,
  as: Actor = story.people.editorA,
  lock?: string,
  replaces: string | null = null,
) {
  const upload = await room.upload(bytes, fileName);
  const asked = { lock: lock ?? (await lockOf()), upload, fields: plainFileFields, replaces };
  return attachFile(story.register, room, as, story.charter, asked, storyBegins);
}

async function attached(bytes: Uint8Array, fileName: string) {
  const outcome = await attach(bytes, fileName);
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value.file;
}

async function draft() {
  const page = await openDraft(story.register, story.people.editorA, story.charter);
  if (!page.ok) throw new Error('no draft');
  return page.value.draft;
}

async function publish() {
  const { content, version: expectedVersion } = await draft();
  const fields = { ...fieldsOf(content), changeNote: 'แนบสำเนาฉบับลงนาม' };
  const { register, people, charter } = story;
  const saved = await saveDraft(register, people.editorA, charter, { expectedVersion, fields }, storyBegins);
  if (!saved.ok) throw new Error(saved.refusal.code);
  return publishEdition(register, people.publisherA, charter, saved.value.version, storyBegins);
}

const auditActions = () =>
  story.register.read
    .all<{ action: string }>(sql`SELECT action FROM audit WHERE action LIKE 'attachment.%' ORDER BY id`)
    .map(({ action }) => action);

describe('a scan that is attached to a draft', () => {
  test('is kept clean under the hash of its bytes, and the draft names it', async () => {
    const file = await attached(await aPdf({ pages: 3 }), 'ธรรมนูญ ลงนาม.PDF');
    expect(file).toMatchObject({
      name: 'ธรรมนูญ-ลงนาม.pdf',
      title: 'ธรรมนูญ ลงนาม',
      pageCount: 3,
      bytes: expect.any(Number),
    });
    const stored = await readFile(room.store.pathOf(file.sha256));
    expect(stored.length).toBe(file.bytes);
    expect(stored.includes('SECRET')).toBe(false);
    expect(await room.store.check(file.sha256)).toBe('whole');
    expect((await draft()).content.attachments).toEqual([file]);
    expect(auditActions()).toEqual(['attachment.added']);
  });

  test('leaves nothing behind when it is refused', async () => {
    const before = (await draft()).version;
    expect(await attach(await aPdf({ extra: 'script' }), 'x.pdf')).toMatchObject({
      refusal: { code: 'file_refused', fault: 'active_content' },
    });
    expect((await draft()).version).toBe(before);
    expect(await room.store.list()).toEqual([]);
    expect(auditActions()).toEqual([]);
  });

  test('is refused when a colleague changed the files meanwhile, and not when the text was saved meanwhile', async () => {
    const seen = await lockOf();
    const { content, version: expectedVersion } = await draft();
    const fields = { ...fieldsOf(content), summary: 'แก้ระหว่างนั้น' };
    await saveDraft(
      story.register,
      story.people.publisherA,
      story.charter,
      { expectedVersion, fields },
      storyBegins,
    );
    expect((await attach(aPng(), 'a.png', story.people.editorA, seen)).ok).toBe(true);
    expect(await attach(aJpeg(), 'b.jpg', story.people.editorA, seen)).toMatchObject({
      refusal: { code: 'attachments_changed' },
    });
    expect((await draft()).content.summary).toBe('แก้ระหว่างนั้น');
    expect((await draft()).content.attachments).toHaveLength(1);
  });

  test('is not attached twice', async () => {
    await attached(aPng(), 'a.png');
    expect(await attach(aPng(), 'b.png')).toMatchObject({
      refusal: { code: 'attachment_exists', title: 'a' },
    });
  });

  test('takes the place and the description of the one that it replaces', async () => {
    const old = await attached(await aPdf({ pages: 3 }), 'a.pdf');
    await attached(aPng(), 'b.png');
    const { register, people, charter } = story;
    const links = [1, 3].map((page) => ({ page: String(page), provision: 'cl-1' }));
    const fields = { ...plainFileFields, title: 'สำเนาฉบับลงนาม', links };
    await describeAttachment(
      register,
      people.editorA,
      charter,
      { lock: await lockOf(), sha256: old.sha256, fields },
      storyBegins,
    );
    expect(
      await attach(await aPdf({ pages: 2 }), 'scan2.pdf', people.editorA, undefined, old.sha256),
    ).toMatchObject({ ok: true });
    expect((await draft()).content.attachments).toMatchObject([
      { name: 'scan2.pdf', title: 'สำเนาฉบับลงนาม', pageCount: 2, pages: [{ page: 1, provision: 'cl-1' }] },
      { name: 'b.png' },
    ]);
  });

  test('of two that arrive at the same moment one wins, and the other is told', async () => {
    const lock = await lockOf();
    const outcomes = await Promise.all([
      attach(aPng(), 'a.png', story.people.editorA, lock),
      attach(aJpeg(), 'b.jpg', story.people.publisherA, lock),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await draft()).content.attachments).toHaveLength(1);
  });

  test('is for nobody of another organisation to bring, see or take away', async () => {
    const { register, people, charter } = story;
    const { sha256 } = await attached(aPng(), 'a.png');
    const lock = await lockOf();
    for (const stranger of [people.editorB, people.publisherB]) {
      expect(await attach(aJpeg(), 'b.jpg', stranger, lock)).toMatchObject({
        refusal: { code: 'draft_not_found' },
      });
      expect(await openDraftFiles(register, stranger, charter)).toMatchObject({
        refusal: { code: 'draft_not_found' },
      });
      expect(await openDraftFile(register, stranger, charter, sha256)).toMatchObject({
        refusal: { code: 'attachment_not_found' },
      });
      const asked = { lock, sha256, what: 'remove' } as const;
      expect(await arrangeAttachment(register, stranger, charter, asked, storyBegins)).toMatchObject({
        refusal: { code: 'draft_not_found' },
      });
    }
    expect(await openDraftFile(register, people.publisherA, charter, sha256)).toMatchObject({ ok: true });
    expect(await findPublicFile(register.read, sha256, 'a.png')).toBeNull();
  });
});

describe('what is told about a file', () => {
  const tell = async (sha256: string, fields: object) =>
    describeAttachment(
      story.register,
      story.people.editorA,
      story.charter,
      { lock: await lockOf(), sha256, fields: { ...plainFileFields, title: 'สำเนา', ...fields } },
      storyBegins,
    );

  test('says on which page a provision stands, in either kind of digit', async () => {
    const { sha256 } = await attached(await aPdf({ pages: 3 }), 'a.pdf');
    const links = [
      { page: '๓', provision: 'cl-2' },
      { page: '1', provision: 'cl-1' },
      { page: '', provision: '' },
    ];
    expect(await tell(sha256, { links })).toMatchObject({ ok: true });
    expect((await draft()).content.attachments?.[0]?.pages).toEqual([
      { page: 1, provision: 'cl-1' },
      { page: 3, provision: 'cl-2' },
    ]);
  });

  test.each([
    [{ title: ' ' }, 'fileTitle', 'required'],
    [{ kind: 'virus' }, 'fileKind', 'not_in_list'],
    [{ textIs: 'text', text: '  ' }, 'fileText', 'required'],
    [{ links: [{ page: '4', provision: 'cl-1' }] }, 'filePages', 'not_a_page'],
    [{ links: [{ page: '1', provision: 'cl-99' }] }, 'filePages', 'unknown_provision'],
  ])('is refused at its field: %j', async (fields, field, reason) => {
    const { sha256 } = await attached(await aPdf({ pages: 3 }), 'a.pdf');
    expect(await tell(sha256, fields)).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field, reason }] },
    });
  });

  test('moves with its file, up and down', async () => {
    const names = async () => (await draft()).content.attachments?.map(({ name }) => name);
    const first = await attached(aPng(), 'a.png');
    await attached(aJpeg(), 'b.jpg');
    const arrange = async (what: 'up' | 'down' | 'remove') => {
      const asked = { lock: await lockOf(), sha256: first.sha256, what };
      return arrangeAttachment(story.register, story.people.editorA, story.charter, asked, storyBegins);
    };
    await arrange('down');
    expect(await names()).toEqual(['b.jpg', 'a.png']);
    await arrange('up');
    expect(await names()).toEqual(['a.png', 'b.jpg']);
    await arrange('remove');
    expect(await names()).toEqual(['b.jpg']);
    expect(auditActions().slice(2)).toEqual(['attachment.moved', 'attachment.moved', 'attachment.removed']);
  });
});

describe('the files of an edition', () => {
  test('are covered by its hash, and public once it is published', async () => {
    const file = await attached(aPng(), 'ภาพ.png');
    expect(await publish()).toMatchObject({ ok: true });
    const edition = await openEdition(story.register, story.charter, 2, storyBegins);
    if (!edition.ok) throw new Error('not published');
    const { manifest, sha256 } = edition.value;
    expect(manifest.attachments).toEqual([file]);
    expect(sha256).not.toBe(canonicalManifest(withAttachments(manifest, [])).sha256);
    expect(await findPublicFile(story.register.read, file.sha256, 'ภาพ.png')).toMatchObject({
      bytes: file.bytes,
    });
    expect(await findPublicFile(story.register.read, file.sha256, 'other.png')).toBeNull();
  });

  test('are gone with an edition that was published in error, and stay with one that was withdrawn', async () => {
    const { register, charter } = story;
    const file = await attached(aPng(), 'ภาพ.png');
    const published = await publish();
    const record = (event: WorkEvent) =>
      register.write(async (transaction) => {
        const work = await findWork(transaction, charter);
        await insertEvent(transaction, work?.id ?? 0, event, storyBegins);
      });
    await record({ kind: 'withdrawn', date: null, note: 'ทดสอบ', source: null });
    expect(await findPublicFile(register.read, file.sha256, 'ภาพ.png')).not.toBeNull();
    const sha256 = published.ok ? published.value.sha256 : '';
    await record({ kind: 'published_in_error', date: null, note: 'ทดสอบ', source: null, edition: 2, sha256 });
    expect(await findPublicFile(register.read, file.sha256, 'ภาพ.png')).toBeNull();
  });

  test('an edition without files has the hash that it had before there were files', () => {
    const manifest = charterManifest(story.charter);
    expect(canonicalManifest(withAttachments(manifest, []))).toEqual(canonicalManifest(manifest));
    expect(canonicalManifest(manifest).json).not.toContain('attachments');
  });

  test('a page that holds a provision which the text has lost stands in the way of publishing', async () => {
    const { sha256 } = await attached(await aPdf(), 'a.pdf');
    const { register, people, charter } = story;
    const fields = { ...plainFileFields, title: 'ก', links: [{ page: '1', provision: 'cl-2' }] };
    await describeAttachment(
      register,
      people.editorA,
      charter,
      { lock: await lockOf(), sha256, fields },
      storyBegins,
    );
    const { content, version: expectedVersion } = await draft();
    const body = content.body.split('### ข้อ 2')[0] ?? '';
    await saveDraft(
      register,
      people.editorA,
      charter,
      { expectedVersion, fields: { ...fieldsOf(content), body } },
      storyBegins,
    );
    expect(await publish()).toMatchObject({
      refusal: {
        code: 'content_invalid',
        problems: [{ field: 'attachments.0.pages.0', reason: 'unknown_provision' }],
      },
    });
  });
});

describe('a sweep', () => {
  const later = Date.parse('2100-01-01');

  test('takes what no row names and what was broken off, and keeps the files of drafts and editions', async () => {
    const inDraft = await attached(aPng(), 'a.png');
    const orphan = await room.upload(Buffer.from('no row names this'), 'x');
    const { sha256 } = await room.store.keep(orphan.path);
    await room.upload(Buffer.from('broken off'), 'y');
    expect(await sweepFiles(story.register, room.store, Date.now())).toBe(0);
    // The upload of the attached file is its sender's to remove; here nobody did.
    expect(await sweepFiles(story.register, room.store, later)).toBe(3);
    expect(await room.store.check(sha256)).toBe('missing');
    expect(await room.store.check(inDraft.sha256)).toBe('whole');
    await publish();
    await sweepFiles(story.register, room.store, later);
    expect(await room.store.check(inDraft.sha256)).toBe('whole');
  });

  test('takes the file of a draft that was discarded', async () => {
    const { sha256 } = await attached(aPng(), 'a.png');
    const { content, version: expectedVersion } = await draft();
    const { register, people, charter } = story;
    await discardDraft(
      register,
      people.editorA,
      charter,
      { expectedVersion, fields: fieldsOf(content) },
      storyBegins,
    );
    await sweepFiles(register, room.store, later);
    expect(await room.store.check(sha256)).toBe('missing');
  });

  test('keeps a file that was taken out of an open draft, for an earlier revision may be brought back', async () => {
    const { sha256 } = await attached(aPng(), 'a.png');
    const asked = { lock: await lockOf(), sha256, what: 'remove' } as const;
    await arrangeAttachment(story.register, story.people.editorA, story.charter, asked, storyBegins);
    await sweepFiles(story.register, room.store, later);
    expect(await room.store.check(sha256)).toBe('whole');
  });
});

test('verifying says which file is damaged and which is missing', async () => {
  const png = await attached(aPng(), 'a.png');
  const jpeg = await attached(aJpeg(), 'b.jpg');
  expect(await verifyFiles(story.register, room.store)).toEqual({ files: 2, faults: [] });
  await writeFile(room.store.pathOf(png.sha256), 'x');
  room.store.removeUntouched(jpeg.sha256, Date.parse('2100-01-01'));
  const { faults } = await verifyFiles(story.register, room.store);
  expect(new Map(faults.map(({ sha256, fault }) => [sha256, fault]))).toEqual(
    new Map([
      [png.sha256, 'damaged'],
      [jpeg.sha256, 'missing'],
    ]),
  );
});
