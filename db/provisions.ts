import { asc, eq } from 'drizzle-orm';
import type { Provision } from '../src/domain/provision.ts';
import type { Connection } from './connection.ts';
import { editionProvisions } from './schema.ts';

/** The numbered parts of an edition in the order of its text. */
export async function listProvisions(
  connection: Connection,
  editionId: number,
): Promise<readonly Provision[]> {
  const rows = connection
    .select()
    .from(editionProvisions)
    .where(eq(editionProvisions.editionId, editionId))
    .orderBy(asc(editionProvisions.position))
    .all();
  return rows.map(({ editionId: _edition, position, kind, ...row }) => ({
    ...row,
    kind: kind as Provision['kind'],
    order: position,
  }));
}
