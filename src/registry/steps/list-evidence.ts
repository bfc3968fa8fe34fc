import type { Connection } from '../../../db/connection.ts';
import { listSubmissions, type StoredSubmission } from '../../../db/submissions.ts';
import type { EvidenceFiling } from '../../domain/evidence.ts';

/** Everything that was handed in toward one commitment of an agreement, in the order of numbers. */
export const listEvidenceOf = (
  connection: Connection,
  workId: number,
  commitment: string,
): Promise<readonly StoredSubmission<EvidenceFiling>[]> =>
  listSubmissions<EvidenceFiling>(connection, workId, { kind: 'evidence', commitment });
