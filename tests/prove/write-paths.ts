import type { Register } from '../../db/connection.ts';
import type { StoredDraft } from '../../db/drafts.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { accountForChange } from '../../src/registry/account-for-change.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { autosaveDraft } from '../../src/registry/autosave-draft.ts';
import { importText } from '../../src/registry/import-text.ts';
import { mergeDraft } from '../../src/registry/merge-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { restoreRevision } from '../../src/registry/restore-revision.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { storyBegins } from '../support/register-with.ts';

export type Attempt = {
  readonly register: Register;
  readonly actor: Actor;
  readonly work: WorkName;
  /** The draft as this person saw it. */
  readonly seen: StoredDraft;
  /** A line that nobody else writes. */
  readonly line: string;
};

/** One way to write a draft; resolves to whether it was told that something new is stored. */
export type WritePath = {
  readonly name: string;
  /** `line`: the text has the line then; `earlier`: the text is what it was at first; `none`: its text stays. */
  readonly effect: 'line' | 'earlier' | 'none';
  readonly write: (attempt: Attempt) => Promise<boolean>;
};

const typed = ({ seen, line }: Attempt) => ({
  ...fieldsOf(seen.content),
  changeNote: 'ทดสอบ',
  body: `${seen.content.body}\n\n${line}`,
});

const isNew = (
  { seen }: Attempt,
  result: { readonly ok: boolean; readonly value?: { readonly version: number } },
): boolean => result.ok && result.value?.version !== seen.version;

/** Every way in which the officers of a desk write one draft under the lock of its version. */
export const writePaths: readonly WritePath[] = [
  {
    name: 'save',
    effect: 'line',
    write: async (one) => {
      const save = { expectedVersion: one.seen.version, fields: typed(one) };
      return isNew(one, await saveDraft(one.register, one.actor, one.work, save, storyBegins));
    },
  },
  {
    name: 'autosave',
    effect: 'line',
    write: async (one) => {
      const save = { expectedVersion: one.seen.version, fields: typed(one) };
      return isNew(one, await autosaveDraft(one.register, one.actor, one.work, save, storyBegins));
    },
  },
  {
    name: 'merge',
    effect: 'line',
    write: async (one) => {
      const { version } = one.seen;
      const merge = {
        baseVersion: version,
        expectedVersion: version,
        mine: typed(one),
        choiceOf: () => null,
      };
      return isNew(one, await mergeDraft(one.register, one.actor, one.work, merge, storyBegins));
    },
  },
  {
    name: 'import',
    effect: 'line',
    write: async (one) => {
      const text = { expectedVersion: one.seen.version, body: one.line, place: 'append' } as const;
      return isNew(one, await importText(one.register, one.actor, one.work, text, storyBegins));
    },
  },
  {
    name: 'account of the change',
    effect: 'none',
    write: async (one) => {
      const account = { expectedVersion: one.seen.version, changeKind: null, changeNote: one.line };
      return isNew(one, await accountForChange(one.register, one.actor, one.work, account, storyBegins));
    },
  },
  {
    name: 'restore',
    effect: 'earlier',
    write: async (one) => {
      const restore = { expectedVersion: one.seen.version, version: 1 };
      return isNew(one, await restoreRevision(one.register, one.actor, one.work, restore, storyBegins));
    },
  },
  {
    name: 'publish',
    effect: 'none',
    write: async ({ register, actor, work, seen }) =>
      (await publishEdition(register, actor, work, seen.version, storyBegins)).ok,
  },
];

/** After a publication the next draft begins from what was published. */
export const openAgain = (register: Register, actor: Actor, work: WorkName) =>
  amendWork(register, actor, work, storyBegins);
