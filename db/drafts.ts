import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Manifest } from '../src/domain/edition.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { insertRevision, type RevisionKind } from './draft-revisions.ts';
import { drafts, organisations, users, works } from './schema.ts';

export type StoredDraft = {
  readonly id: number;
  readonly workId: number;
  /** Number of the edition it began from; null for a work's first text. */
  readonly basedOn: number | null;
  readonly content: Manifest;
  /** The optimistic lock: grows by one with every save. */
  readonly version: number;
  readonly editedBy: number;
  readonly editedByName: string;
  readonly editedAt: string;
};

const columns = {
  id: drafts.id,
  workId: drafts.workId,
  basedOn: drafts.basedOn,
  content: drafts.content,
  version: drafts.version,
  editedBy: drafts.editedBy,
  editedByName: users.displayName,
  editedAt: drafts.editedAt,
};

export async function findDraft(connection: Connection, workId: number): Promise<StoredDraft | null> {
  const row = connection
    .select(columns)
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.editedBy))
    .where(eq(drafts.workId, workId))
    .get();
  return row ? { ...row, content: JSON.parse(row.content) as Manifest } : null;
}

/**
 * Opens the one draft of a work with its first revision, at a version that no draft of it had before. The database
 * refuses a second.
 */
export async function insertDraft(
  connection: Connection,
  draft: {
    readonly workId: number;
    readonly basedOn: number | null;
    readonly content: Manifest;
    readonly version: number;
    readonly userId: number;
    readonly at: string;
  },
): Promise<void> {
  connection
    .insert(drafts)
    .values({
      workId: draft.workId,
      basedOn: draft.basedOn,
      content: JSON.stringify(draft.content),
      version: draft.version,
      editedBy: draft.userId,
      editedAt: draft.at,
    })
    .run();
  const { workId, version, content, userId, at } = draft;
  await insertRevision(connection, { workId, version, kind: 'opened', content, userId, at });
}

/**
 * Saves a draft and its next revision, only when nobody saved since `expectedVersion`.
 * @returns false when somebody did, and then nothing is changed
 */
export async function updateDraft(
  connection: Connection,
  draft: {
    readonly id: number;
    readonly workId: number;
    readonly expectedVersion: number;
    readonly kind: RevisionKind;
    readonly content: Manifest;
    readonly userId: number;
    readonly at: string;
  },
): Promise<boolean> {
  const result = connection
    .update(drafts)
    .set({
      content: JSON.stringify(draft.content),
      version: sql`${drafts.version} + 1`,
      editedBy: draft.userId,
      editedAt: draft.at,
    })
    .where(and(eq(drafts.id, draft.id), eq(drafts.version, draft.expectedVersion)))
    .run();
  if (result.changes !== 1) return false;
  const { workId, kind, content, userId, at } = draft;
  const version = draft.expectedVersion + 1;
  await insertRevision(connection, { workId, version, kind, content, userId, at });
  return true;
}

/** Removes a draft at exactly this version; false when it changed meanwhile. */
export async function deleteDraft(connection: Connection, id: number, version: number): Promise<boolean> {
  const result = connection
    .delete(drafts)
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .run();
  return result.changes === 1;
}

export type DeskEntry = WorkName & {
  readonly title: string;
  readonly currentNumber: number | null;
  readonly draft: { readonly editedAt: string; readonly editedByName: string } | null;
};

/**
 * Works for the desk, those with a draft first, then by title.
 * @param stewards slugs of organisations; null means every work, whoever looks after it
 * @param text part of a title or slug, or empty
 */
export async function listDesk(
  connection: Connection,
  stewards: readonly string[] | null,
  text: string,
  limit: number,
): Promise<readonly DeskEntry[]> {
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`;
  const title = sql<string>`coalesce(json_extract(${drafts.content}, '$.title'), card.title, ${works.slug})`;
  const rows = connection
    .select({
      type: works.type,
      slug: works.slug,
      title: title.as('title'),
      currentNumber: sql<number | null>`card.number`.as('current_number'),
      editedAt: drafts.editedAt,
      editedByName: users.displayName,
    })
    .from(works)
    .leftJoin(sql`edition_cards AS card`, sql`card.work_id = ${works.id} AND card.is_current = 1`)
    .leftJoin(drafts, eq(drafts.workId, works.id))
    .leftJoin(users, eq(users.id, drafts.editedBy))
    .leftJoin(organisations, eq(organisations.id, works.stewardId))
    .where(
      and(
        stewards === null ? undefined : inArray(organisations.slug, [...stewards]),
        text === ''
          ? undefined
          : or(sql`${title} LIKE ${like} ESCAPE '\\'`, sql`${works.slug} LIKE ${like} ESCAPE '\\'`),
      ),
    )
    .orderBy(isNull(drafts.id), desc(drafts.editedAt), sql`card.sort_key`)
    .limit(limit)
    .all();
  return rows.map(({ editedAt, editedByName, ...work }) => ({
    ...work,
    draft: editedAt !== null && editedByName !== null ? { editedAt, editedByName } : null,
  }));
}
