import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Remark, RemarkAct } from '../src/domain/remark.ts';
import type { Connection } from './connection.ts';
import { firstVersionOf } from './draft-acts.ts';
import { remarkActs, remarks, users } from './schema.ts';

/** The remarks on the draft that is open now, in the order in which they were made. */
export async function listRemarks(connection: Connection, workId: number): Promise<readonly Remark[]> {
  const rows = connection
    .select({
      id: remarks.id,
      version: remarks.version,
      eid: remarks.eid,
      quote: remarks.quote,
      text: remarks.text,
      userId: remarks.userId,
      userName: users.displayName,
      at: remarks.at,
    })
    .from(remarks)
    .innerJoin(users, eq(users.id, remarks.userId))
    .where(and(eq(remarks.workId, workId), gte(remarks.version, firstVersionOf(workId))))
    .orderBy(asc(remarks.id))
    .all();
  const acts = connection.all<RemarkAct & { readonly remarkId: number }>(
    sql`SELECT a.remark_id AS remarkId, a.kind, a.text, a.user_id AS userId, u.display_name AS userName, a.at
        FROM remark_acts AS a JOIN remarks AS r ON r.id = a.remark_id JOIN users AS u ON u.id = a.user_id
        WHERE r.work_id = ${workId} AND r.version >= ${firstVersionOf(workId)} ORDER BY a.id`,
  );
  const byRemark = Map.groupBy(acts, ({ remarkId }) => remarkId);
  return rows.map((row) => ({
    ...row,
    acts: (byRemark.get(row.id) ?? []).map(({ remarkId: _, ...act }) => act),
  }));
}

/** @returns the id of the new remark */
export async function insertRemark(
  connection: Connection,
  workId: number,
  remark: Omit<Remark, 'id' | 'userName' | 'acts'>,
): Promise<number> {
  return connection
    .insert(remarks)
    .values({ workId, ...remark })
    .returning({ id: remarks.id })
    .get().id;
}

export async function insertRemarkAct(
  connection: Connection,
  remarkId: number,
  act: Omit<RemarkAct, 'userName'>,
): Promise<void> {
  connection
    .insert(remarkActs)
    .values({ remarkId, ...act })
    .run();
}
