import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Manifest } from '../src/domain/edition.ts';
import type { RevisionKind } from '../src/domain/revision-kind.ts';
import type { Connection } from './connection.ts';
import { draftRevisions, users } from './schema.ts';

export type { RevisionKind };

/** One content of a draft, without the content. */
export type RevisionEntry = {
  readonly version: number;
  readonly kind: RevisionKind;
  readonly userId: number;
  readonly userName: string;
  readonly at: string;
};

export type Revision = RevisionEntry & { readonly content: Manifest };

const entryColumns = {
  version: draftRevisions.version,
  kind: draftRevisions.kind,
  userId: draftRevisions.userId,
  userName: users.displayName,
  at: draftRevisions.at,
};

/** The revisions of the drafts of a work, the newest first. */
export async function listRevisions(
  connection: Connection,
  workId: number,
  limit: number,
): Promise<readonly RevisionEntry[]> {
  return connection
    .select(entryColumns)
    .from(draftRevisions)
    .innerJoin(users, eq(users.id, draftRevisions.userId))
    .where(eq(draftRevisions.workId, workId))
    .orderBy(desc(draftRevisions.version))
    .limit(limit)
    .all();
}

/**
 * The content that a draft had at a version. What was saved by itself does not stay for ever: then it is the newest
 * kept one before, from which that version came.
 */
export async function findRevision(
  connection: Connection,
  workId: number,
  version: number,
): Promise<Revision | null> {
  const row = connection
    .select({ ...entryColumns, content: draftRevisions.content })
    .from(draftRevisions)
    .innerJoin(users, eq(users.id, draftRevisions.userId))
    .where(and(eq(draftRevisions.workId, workId), lte(draftRevisions.version, version)))
    .orderBy(desc(draftRevisions.version))
    .limit(1)
    .get();
  return row ? { ...row, content: JSON.parse(row.content) as Manifest } : null;
}

export async function insertRevision(
  connection: Connection,
  revision: {
    readonly workId: number;
    readonly version: number;
    readonly kind: RevisionKind;
    readonly content: Manifest;
    readonly userId: number;
    readonly at: string;
  },
): Promise<void> {
  connection
    .insert(draftRevisions)
    .values({ ...revision, content: JSON.stringify(revision.content) })
    .run();
}

/**
 * Marks what was saved by itself as saved by a person.
 * @returns false when the revision was that already
 */
export async function confirmRevision(
  connection: Connection,
  workId: number,
  version: number,
): Promise<boolean> {
  const result = connection
    .update(draftRevisions)
    .set({ kind: 'saved' })
    .where(
      and(
        eq(draftRevisions.workId, workId),
        eq(draftRevisions.version, version),
        eq(draftRevisions.kind, 'autosaved'),
      ),
    )
    .run();
  return result.changes === 1;
}

/** Removes a revision that saved itself; the database refuses to remove any other. */
export async function deleteAutosaved(
  connection: Connection,
  workId: number,
  version: number,
): Promise<void> {
  connection
    .delete(draftRevisions)
    .where(and(eq(draftRevisions.workId, workId), eq(draftRevisions.version, version)))
    .run();
}

/**
 * The highest version that any draft of a work ever had, 0 when there was none. The next draft begins above it, so
 * that a form opened on a draft that is gone fits no later one. Drafts older than the revisions are told by the audit.
 */
export async function lastDraftVersion(connection: Connection, workId: number): Promise<number> {
  const row = connection.get<{ version: number | null }>(
    sql`SELECT max(version) AS version FROM (
          SELECT version FROM draft_revisions WHERE work_id = ${workId}
          UNION ALL
          SELECT json_extract(a.details, '$.version') FROM audit AS a JOIN works AS w ON w.id = ${workId}
          WHERE a.subject = w.type || '/' || w.slug AND a.action LIKE 'draft.%')`,
  );
  return row?.version ?? 0;
}
