import { sql } from 'drizzle-orm';
import type { Assessment } from '../src/domain/assessment.ts';
import type { PublicAssessment } from '../src/domain/public-submission.ts';
import type { Connection } from './connection.ts';
import { everything, type Known, wasThere } from './known.ts';
import { assessmentRetractions, assessments } from './schema.ts';

/**
 * The assessments of the commitments of an agreement, in the order recorded. One that was taken back by now is told no
 * more, also as of a moment before that.
 */
export async function listAssessments(
  connection: Connection,
  workId: number,
  known: Known = everything,
): Promise<readonly Assessment[]> {
  const rows = connection.all<{ id: number; commitment: string; record: string }>(
    sql`SELECT a.id, a.commitment, a.record FROM assessments AS a
        WHERE a.work_id = ${workId} AND ${wasThere('assessment', sql`a.id`, known)}
          AND NOT EXISTS (SELECT 1 FROM assessment_retractions AS r WHERE r.assessment_id = a.id)
        ORDER BY a.id`,
  );
  return rows.map(({ id, commitment, record }) => ({
    ...(JSON.parse(record) as Omit<Assessment, 'id' | 'commitment'>),
    id,
    commitment,
  }));
}

/** All assessments of an agreement as archives hold them, in the order recorded, also those that were taken back. */
export async function listRecordedAssessments(
  connection: Connection,
  workId: number,
): Promise<readonly { readonly assessment: PublicAssessment; readonly isRetracted: boolean }[]> {
  const rows = connection.all<{ commitment: string; record: string; at: string; isRetracted: number }>(
    sql`SELECT a.commitment, a.record, a.at,
          EXISTS (SELECT 1 FROM assessment_retractions AS r WHERE r.assessment_id = a.id) AS isRetracted
        FROM assessments AS a WHERE a.work_id = ${workId} ORDER BY a.id`,
  );
  return rows.map(({ commitment, record, at, isRetracted }) => ({
    assessment: {
      ...(JSON.parse(record) as Omit<PublicAssessment, 'commitment' | 'at'>),
      ...{ commitment, at },
    },
    isRetracted: isRetracted === 1,
  }));
}

/** @param by null for the command line. @returns its id */
export async function insertAssessment(
  connection: Connection,
  workId: number,
  { commitment, ...record }: Omit<Assessment, 'id'>,
  by: { readonly userId: number | null; readonly at: string },
): Promise<number> {
  return connection
    .insert(assessments)
    .values({ workId, commitment, record: JSON.stringify(record), ...by })
    .returning({ id: assessments.id })
    .get().id;
}

/** Takes an assessment back; it leaves every page, and the register keeps it and why. */
export async function retractAssessment(
  connection: Connection,
  assessmentId: number,
  retraction: { readonly note: string; readonly userId: number; readonly at: string },
): Promise<void> {
  connection
    .insert(assessmentRetractions)
    .values({ assessmentId, ...retraction })
    .run();
}
