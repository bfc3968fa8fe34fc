import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import type { DraftFields } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { Result } from '../../src/domain/result.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { describeActor } from '../../src/registry/describe-actor.ts';
import { discardDraft } from '../../src/registry/discard-draft.ts';
import { listDesk } from '../../src/registry/list-desk.ts';
import { openDeskWork } from '../../src/registry/open-desk-work.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { openNewWork } from '../../src/registry/open-new-work.ts';
import { previewDraft } from '../../src/registry/preview-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  type People,
  type Story,
} from '../support/register-with.ts';

/*
 * Every verb of the desk and what each person may do with it to a work of organisation A. Nobody anonymous
 * appears: a verb of the desk cannot be called without an actor, as the last test has the compiler say.
 */
const now = '2026-11-23T02:00:00.000Z';

const fields: DraftFields = {
  summary: '',
  changeKind: 'substantive',
  changeNote: 'แก้ข้อ 1',
  body: '### ข้อ 1 ชื่อ\n\nข้อความใหม่',
};

type Outcome = 'yes' | 'draft_not_found' | 'work_not_found' | 'not_permitted';
type Verb = {
  readonly name: string;
  readonly run: (story: Story, actor: Actor) => Promise<Result<unknown>>;
  readonly expected: Readonly<Record<keyof People, Outcome>>;
};

const own = (stranger: Outcome, editor: Outcome = 'yes'): Verb['expected'] => ({
  editorA: editor,
  publisherA: 'yes',
  editorB: stranger,
  publisherB: stranger,
  registrar: 'yes',
});

/** Listing is never refused: it shows what is one's own, so "not found" stands for an empty list. */
const found = (isThere: boolean): Result<null> =>
  isThere ? { ok: true, value: null } : { ok: false, refusal: { code: 'work_not_found' } };

const verbs: readonly Verb[] = [
  {
    name: 'openDraft',
    run: ({ register, charter }, actor) => openDraft(register, actor, charter),
    expected: own('draft_not_found'),
  },
  {
    name: 'openDeskWork',
    run: ({ register, charter }, actor) => openDeskWork(register, actor, charter),
    expected: own('work_not_found'),
  },
  {
    name: 'amendWork',
    run: ({ register, charter }, actor) => amendWork(register, actor, charter, now),
    expected: own('work_not_found'),
  },
  {
    name: 'previewDraft',
    run: ({ register, charter }, actor) => previewDraft(register, actor, charter, fields),
    expected: own('draft_not_found'),
  },
  {
    name: 'saveDraft',
    run: ({ register, charter }, actor) =>
      saveDraft(register, actor, charter, { expectedVersion: 1, fields }, now),
    expected: own('draft_not_found'),
  },
  {
    name: 'discardDraft',
    run: ({ register, charter }, actor) =>
      discardDraft(register, actor, charter, { expectedVersion: 1, fields }, now),
    expected: own('draft_not_found'),
  },
  {
    name: 'publishEdition',
    run: async ({ register, charter, people }, actor) => {
      await saveDraft(register, people.editorA, charter, { expectedVersion: 1, fields }, now);
      return publishEdition(register, actor, charter, 2, now);
    },
    expected: own('draft_not_found', 'not_permitted'),
  },
  {
    name: 'openNewWork for organisation A',
    run: ({ register }, actor) =>
      openNewWork(
        register,
        actor,
        { type: 'plans', slug: 'test-plan', title: 'แผนทดสอบ', steward: organisationA },
        now,
      ),
    expected: own('not_permitted'),
  },
  {
    name: 'openNewWork for the registry',
    run: ({ register }, actor) =>
      openNewWork(register, actor, { type: 'plans', slug: 'test-plan', title: 'แผนทดสอบ', steward: '' }, now),
    expected: { ...own('not_permitted', 'not_permitted'), publisherA: 'not_permitted' },
  },
  {
    name: 'listDesk',
    run: async ({ register, charter }, actor) =>
      found((await listDesk(register, actor, '')).some((work) => work.slug === charter.slug)),
    expected: own('work_not_found'),
  },
  {
    name: 'describeActor, offering organisation A',
    run: async ({ register }, actor) =>
      found((await describeActor(register, actor)).stewards.some((one) => one.slug === organisationA)),
    expected: own('work_not_found'),
  },
];

let story: Story;

beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
});
afterEach(() => story.register.close());

const cases = verbs.flatMap((verb) =>
  (Object.keys(verb.expected) as (keyof People)[]).map((who) => ({
    verb,
    who,
    expected: verb.expected[who],
  })),
);

test.each(cases)('$verb.name by $who: $expected', async ({ verb, who, expected }) => {
  const draftBefore = story.register.read.get(sql`SELECT content FROM drafts`);
  const result = await verb.run(story, story.people[who]);
  expect(result.ok ? 'yes' : result.refusal.code).toBe(expected);
  if (expected !== 'yes' && verb.name !== 'publishEdition') {
    expect(story.register.read.get(sql`SELECT content FROM drafts`)).toEqual(draftBefore);
  }
});

test('a role taken away allows nothing', async () => {
  const nobody: Actor = { userId: story.people.editorA.userId, memberships: [] };
  for (const verb of verbs) {
    const result = await verb.run(story, nobody);
    expect(result.ok, verb.name).toBe(false);
  }
});

test('no verb of the desk can be called without an actor', () => {
  const takers = [
    openDraft,
    openDeskWork,
    amendWork,
    previewDraft,
    saveDraft,
    discardDraft,
    publishEdition,
    openNewWork,
    listDesk,
    describeActor,
  ];
  expect(takers.map((verb) => verb.length >= 2)).not.toContain(false);
  expectTypeOf<Parameters<(typeof takers)[number]>[1]>().toEqualTypeOf<Actor>();
});
