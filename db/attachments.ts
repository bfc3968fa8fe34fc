import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { AttachmentType } from '../src/domain/attachment.ts';
import type { WorkName } from '../src/domain/work.ts';
import type { Connection } from './connection.ts';
import { drafts, editionFiles, editions, workFiles } from './schema.ts';

/** A file as the register knows it. */
export type KnownFile = {
  readonly sha256: string;
  readonly mediaType: AttachmentType;
  readonly bytes: number;
};

/**
 * Notes a file for the drafts of a work; one that is noted already stays as it was.
 * @param file.userId null for the command line
 */
export async function insertWorkFile(
  connection: Connection,
  file: KnownFile & { readonly workId: number; readonly userId: number | null; readonly at: string },
): Promise<void> {
  connection.insert(workFiles).values(file).onConflictDoNothing().run();
}

/** A file of a work, brought to a draft or published with an edition; null when it is no file of that work. */
export async function findFileOfWork(
  connection: Connection,
  workId: number,
  sha256: string,
): Promise<KnownFile | null> {
  const { mediaType, bytes } = workFiles;
  const brought = connection
    .select({ sha256: workFiles.sha256, mediaType, bytes })
    .from(workFiles)
    .where(and(eq(workFiles.workId, workId), eq(workFiles.sha256, sha256)))
    .get();
  if (brought !== undefined) return brought;
  const published = connection
    .select({ sha256: editionFiles.sha256, mediaType: editionFiles.mediaType, bytes: editionFiles.bytes })
    .from(editionFiles)
    .innerJoin(editions, eq(editions.id, editionFiles.editionId))
    .where(and(eq(editions.workId, workId), eq(editionFiles.sha256, sha256)))
    .get();
  return published ?? null;
}

/** Of the files that a manifest of this work may name, those that are known: brought to its drafts, or published with it. */
export async function knownFiles(connection: Connection, name: WorkName): Promise<ReadonlySet<string>> {
  const rows = connection.all<{ sha256: string }>(
    sql`SELECT f.sha256 FROM works AS w JOIN work_files AS f ON f.work_id = w.id
        WHERE w.type = ${name.type} AND w.slug = ${name.slug}
        UNION
        SELECT f.sha256 FROM works AS w JOIN editions AS e ON e.work_id = w.id
          JOIN edition_files AS f ON f.edition_id = e.id
        WHERE w.type = ${name.type} AND w.slug = ${name.slug}`,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** True of an act whose facts stand: no later act brought others. */
const isStandingAct = sql`f.act_id = (
  SELECT max(a.id) FROM submission_acts AS a
  WHERE a.submission_id = f.submission_id AND a.kind IN ('submitted', 'corrected'))`;

/** True of a submission that readers see: accepted, for an agreement of which they may read an edition. */
const isPublicSubmission = sql`s.state = 'accepted'
  AND EXISTS (SELECT 1 FROM edition_cards AS c WHERE c.work_id = s.work_id)`;

/**
 * The file under its public name, if an edition names it so that is public now (published, and not taken out of the
 * public as published in error), or a submission that was accepted. Nothing else decides whether a file is public.
 */
export async function findPublicFile(
  connection: Connection,
  sha256: string,
  name: string,
): Promise<KnownFile | null> {
  const row = connection.get<KnownFile | undefined>(
    sql`SELECT f.sha256, f.media_type AS mediaType, f.bytes
        FROM edition_files AS f JOIN editions AS e ON e.id = f.edition_id
        WHERE f.sha256 = ${sha256} AND f.name = ${name} AND NOT EXISTS (
          SELECT 1 FROM events AS v
          WHERE v.work_id = e.work_id AND v.kind = 'published_in_error' AND v.event ->> 'edition' = e.number
        )
        UNION ALL
        SELECT f.sha256, f.media_type, f.bytes
        FROM submission_files AS f JOIN submission_states AS s ON s.submission_id = f.submission_id
        WHERE f.sha256 = ${sha256} AND f.name = ${name} AND ${isStandingAct} AND ${isPublicSubmission}
        LIMIT 1`,
  );
  return row ?? null;
}

/** A register file that was never opened by a program that knows a table of files does not have it. */
const hasTable = (connection: Connection, name: string): boolean =>
  connection.all(sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${name}`).length > 0;

export type NamedFile = KnownFile & { readonly work: WorkName; readonly edition: number | null };

/** Every file that an edition, a draft or a submission stands on, each once for every work; `edition` is the first that names it. */
export async function listNamedFiles(connection: Connection): Promise<readonly NamedFile[]> {
  if (!hasTable(connection, 'edition_files')) return [];
  const ofSubmissions = hasTable(connection, 'submission_files')
    ? sql`UNION ALL SELECT s.work_id, f.sha256, f.media_type, f.bytes, NULL
          FROM submission_files AS f JOIN submissions AS s ON s.id = f.submission_id`
    : sql``;
  const rows = connection.all<KnownFile & { type: WorkName['type']; slug: string; edition: number | null }>(
    sql`SELECT w.type, w.slug, f.sha256, f.media_type AS mediaType, f.bytes, min(f.edition) AS edition
        FROM (
          SELECT e.work_id, ef.sha256, ef.media_type, ef.bytes, e.number AS edition
          FROM edition_files AS ef JOIN editions AS e ON e.id = ef.edition_id
          UNION ALL
          SELECT work_id, sha256, media_type, bytes, NULL FROM work_files
          ${ofSubmissions}
        ) AS f JOIN works AS w ON w.id = f.work_id
        GROUP BY w.id, f.sha256 ORDER BY w.type, w.slug, f.sha256`,
  );
  return rows.map(({ type, slug, ...file }) => ({ ...file, work: { type, slug } }));
}

/** True when nothing stands on this file any more. */
export function isFileUnnamed(connection: Connection, sha256: string): boolean {
  const [row] = connection.all<{ named: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM work_files WHERE sha256 = ${sha256})
          OR EXISTS (SELECT 1 FROM edition_files WHERE sha256 = ${sha256})
          OR EXISTS (SELECT 1 FROM submission_files WHERE sha256 = ${sha256}) AS named`,
  );
  return row?.named === 0;
}

/**
 * Forgets the files that were brought to drafts which are closed by now; what an edition took is known by the edition.
 * @returns how many were forgotten
 */
export async function forgetFilesOfClosedDrafts(connection: Connection): Promise<number> {
  const open = connection.select({ workId: drafts.workId }).from(drafts);
  return connection.delete(workFiles).where(notInArray(workFiles.workId, open)).run().changes;
}

/** The files of every edition and submission that is public, each once for every work. */
export async function listPublicFiles(
  connection: Connection,
): Promise<readonly (KnownFile & { readonly work: WorkName })[]> {
  const rows = connection.all<KnownFile & WorkName>(
    sql`SELECT DISTINCT w.type, w.slug, f.sha256, f.media_type AS mediaType, f.bytes
        FROM edition_files AS f JOIN editions AS e ON e.id = f.edition_id JOIN works AS w ON w.id = e.work_id
        WHERE NOT EXISTS (
          SELECT 1 FROM events AS v
          WHERE v.work_id = e.work_id AND v.kind = 'published_in_error' AND v.event ->> 'edition' = e.number
        )
        UNION
        SELECT w.type, w.slug, f.sha256, f.media_type, f.bytes
        FROM submission_files AS f JOIN submission_states AS s ON s.submission_id = f.submission_id
          JOIN works AS w ON w.id = s.work_id
        WHERE ${isStandingAct} AND ${isPublicSubmission}
        ORDER BY 1, 2, 3`,
  );
  return rows.map(({ type, slug, ...file }) => ({ ...file, work: { type, slug } }));
}
