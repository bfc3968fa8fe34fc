import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRevision, listRevisions } from '../../db/draft-revisions.ts';
import { findWork } from '../../db/works.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { accepted, refused } from '../../src/domain/result.ts';
import { changeDraft, type DraftChange } from '../../src/registry/steps/change-draft.ts';
import { aRegisterWithAnOpenDraft, type Story } from '../support/register-with.ts';

let story: Story;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
});

afterEach(() => story.register.close());

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000).toISOString();

/** Writes a title into the draft. */
const write = (
  title: string,
  expectedVersion: number,
  kind: DraftChange['kind'] = 'saved',
  seconds = 0,
  actor: Actor = story.people.editorA,
) =>
  changeDraft(
    story.register,
    actor,
    story.charter,
    { expectedVersion, kind, change: (content) => accepted({ ...content, title }) },
    at(seconds),
  );

async function workId(): Promise<number> {
  return (await findWork(story.register.read, story.charter))?.id ?? 0;
}

const revisions = async () =>
  (await listRevisions(story.register.read, await workId(), 100)).map(({ version, kind }) => [version, kind]);

const audited = () =>
  story.register.read
    .all<{ action: string }>(sql`SELECT action FROM audit WHERE action LIKE 'draft.%' ORDER BY id`)
    .map(({ action }) => action);

describe('changing a draft', () => {
  test('keeps every content that somebody saved, and says who did what', async () => {
    await write('หนึ่ง', 1);
    await write('สอง', 2, 'imported');
    expect(await revisions()).toEqual([
      [3, 'imported'],
      [2, 'saved'],
      [1, 'opened'],
    ]);
    expect((await findRevision(story.register.read, await workId(), 2))?.content.title).toBe('หนึ่ง');
    expect(audited()).toEqual(['draft.opened', 'draft.saved', 'draft.imported']);
  });

  test('of what saves itself keeps the newest and one in five minutes, and writes no audit', async () => {
    for (const [index, seconds] of [2, 4, 6, 8, 310].entries()) {
      expect(await write(`พิมพ์ ${index}`, index + 1, 'autosaved', seconds)).toEqual(
        accepted({ version: index + 2 }),
      );
    }
    expect(await revisions()).toEqual([
      [6, 'autosaved'],
      [5, 'autosaved'],
      [2, 'autosaved'],
      [1, 'opened'],
    ]);
    expect(audited()).toEqual(['draft.opened']);
    const before = await findRevision(story.register.read, await workId(), 4);
    expect([before?.version, before?.kind]).toEqual([2, 'autosaved']);
  });

  test('keeps what saved itself when another person goes on', async () => {
    await write('ก', 1, 'autosaved', 1);
    await write('ข', 2, 'autosaved', 2, story.people.publisherA);
    await write('ค', 3, 'autosaved', 3, story.people.publisherA);
    expect((await revisions()).map(([version]) => version)).toEqual([4, 3, 2, 1]);
  });

  test('saving what saved itself already makes it a saved revision that never goes', async () => {
    await write('เหมือนเดิม', 1, 'autosaved');
    expect(await write('เหมือนเดิม', 2)).toEqual(accepted({ version: 2 }));
    expect((await revisions())[0]).toEqual([2, 'saved']);
    expect(await write('เหมือนเดิม', 2)).toEqual(accepted({ version: 2 }));
    expect(audited()).toEqual(['draft.opened', 'draft.saved']);
    const removal = story.register.write(async (transaction) => {
      transaction.run(sql`DELETE FROM draft_revisions WHERE version = 2`);
    });
    await expect(removal).rejects.toMatchObject({
      cause: { message: 'a revision that somebody saved is never deleted' },
    });
  });

  test('refused by the lock, by the change itself or for want of a right, it stores nothing', async () => {
    await write('ก่อน', 1);
    expect(await write('หลัง', 1)).toEqual(refused({ code: 'draft_changed', theirVersion: 2 }));
    expect(await write('คนอื่น', 2, 'saved', 0, story.people.editorB)).toEqual(
      refused({ code: 'draft_not_found' }),
    );
    const unwilling = await changeDraft(
      story.register,
      story.people.editorA,
      story.charter,
      { expectedVersion: 2, kind: 'saved', change: () => refused({ code: 'nothing_changed' }) },
      at(0),
    );
    expect(unwilling).toEqual(refused({ code: 'nothing_changed' }));
    expect((await revisions()).length).toBe(2);
  });
});
