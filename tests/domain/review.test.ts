import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/permission.ts';
import {
  type DraftAct,
  type DraftActKind,
  isOwnDraft,
  reviewStateOf,
  whyNotApprove,
  whyNotPublish,
} from '../../src/domain/review.ts';
import { randomFrom } from '../../src/generator/random.ts';

const organisation = 'test-north';
const person = (userId: number, role: 'editor' | 'publisher'): Actor => ({
  userId,
  memberships: [{ role, organisation }],
});
const editor = person(1, 'editor');
const publisher = person(2, 'publisher');
const second = person(3, 'publisher');
const work = { steward: organisation, fourEyes: true };
const alone = { steward: organisation, fourEyes: false };

const act = (kind: DraftActKind, version: number, userId: number, note: string | null = null): DraftAct => ({
  kind,
  version,
  note,
  publishAt: kind === 'scheduled' ? '2026-12-01T02:00:00.000Z' : null,
  userId,
  userName: `ผู้ทดสอบ ${userId}`,
  at: '2026-11-22T02:00:00.000Z',
});

const stateAt = (version: number, ...acts: DraftAct[]) => reviewStateOf({ version }, acts);

describe('where a draft stands', () => {
  test('is told by the last decision', () => {
    expect(stateAt(3).kind).toBe('draft');
    expect(stateAt(3, act('submitted', 3, 1)).kind).toBe('in_review');
    expect(stateAt(3, act('submitted', 3, 1), act('returned', 3, 2, 'ขาดข้อ 2')).kind).toBe('returned');
    expect(stateAt(4, act('submitted', 3, 1), act('returned', 3, 2), act('submitted', 4, 1)).kind).toBe(
      'in_review',
    );
    expect(stateAt(3, act('submitted', 3, 1), act('approved', 3, 2)).kind).toBe('approved');
  });

  test('goes back to review when the text changes after the approval, and its schedule is gone', () => {
    const acts = [act('submitted', 3, 1), act('approved', 3, 2), act('scheduled', 3, 2)];
    expect(stateAt(3, ...acts)).toMatchObject({ kind: 'approved', schedule: acts[2] });
    expect(stateAt(4, ...acts)).toEqual({ kind: 'in_review', submitted: acts[0], changedAfter: 'approved' });
  });

  test('stays approved when a schedule is ended, and says why when it was ended by a refusal', () => {
    const acts = [act('submitted', 3, 1), act('approved', 3, 2), act('scheduled', 3, 2)];
    expect(stateAt(3, ...acts, act('unscheduled', 3, 2))).toMatchObject({ schedule: null, missed: null });
    expect(stateAt(3, ...acts, act('unscheduled', 3, 2, 'not_permitted'))).toMatchObject({
      schedule: null,
      missed: { note: 'not_permitted' },
    });
  });
});

describe('four eyes', () => {
  test('nobody approves or publishes what they wrote or sent for review, in any order of deeds', () => {
    const kinds: readonly DraftActKind[] = ['submitted', 'returned', 'approved', 'scheduled', 'unscheduled'];
    const random = randomFrom(20_261_122);
    const next = (below: number) => random.below(below);
    let published = 0;
    for (let round = 0; round < 20_000; round += 1) {
      let version = 1;
      let editedBy = 1 + next(3);
      const acts: DraftAct[] = [];
      for (let deed = next(7); deed > 0; deed -= 1) {
        if (next(4) === 0) {
          version += 1;
          editedBy = 1 + next(3);
        } else acts.push(act(kinds[next(5)] ?? 'submitted', version, 1 + next(3)));
      }
      const draft = { version, editedBy };
      const review = { state: reviewStateOf(draft, acts), openRemarks: next(3) === 0 ? 1 : 0 };
      for (const actor of [editor, publisher, second]) {
        const mayApprove = whyNotApprove(actor, work, draft, review) === null;
        const mayPublish = whyNotPublish(actor, work, draft, review) === null;
        if (!mayApprove && !mayPublish) continue;
        published += mayPublish ? 1 : 0;
        expect(actor.userId).not.toBe(editedBy);
        expect(isOwnDraft(actor, draft, review.state)).toBe(false);
        expect(review.openRemarks).toBe(0);
        expect(actor).not.toBe(editor);
        if (mayPublish) expect(review.state).toMatchObject({ kind: 'approved', approved: { version } });
      }
    }
    expect(published).toBeGreaterThan(100);
  });

  test('switched off lets a publisher publish at once what nobody sent for review', () => {
    const review = { state: stateAt(3), openRemarks: 0 };
    const draft = { version: 3, editedBy: publisher.userId };
    expect(whyNotPublish(publisher, alone, draft, review)).toBeNull();
    expect(whyNotPublish(publisher, work, draft, review)).toEqual({ code: 'four_eyes' });
    expect(whyNotPublish(editor, alone, draft, review)).toEqual({ code: 'not_permitted' });
  });

  test('an open remark blocks approval and publishing, also without four eyes (L4)', () => {
    const draft = { version: 3, editedBy: editor.userId };
    const review = { state: stateAt(3, act('submitted', 3, 1)), openRemarks: 2 };
    expect(whyNotApprove(publisher, work, draft, review)).toEqual({ code: 'remarks_open', count: 2 });
    expect(whyNotPublish(publisher, alone, draft, review)).toEqual({ code: 'remarks_open', count: 2 });
  });

  test('what was not sent for review is not approved, and what was not approved is not published', () => {
    const draft = { version: 3, editedBy: editor.userId };
    const unsent = { state: stateAt(3), openRemarks: 0 };
    expect(whyNotApprove(publisher, work, draft, unsent)).toEqual({ code: 'not_in_review' });
    expect(whyNotPublish(publisher, work, draft, unsent)).toEqual({ code: 'not_approved' });
  });
});
