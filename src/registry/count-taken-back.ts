import type { Register } from '../../db/connection.ts';
import { countErrors } from '../../db/events.ts';
import { countReopened } from '../../db/submissions.ts';

/**
 * How often something that was public was taken back: an edition published in error, or what was handed in about an
 * agreement and accepted. Files of an earlier time may hold what is public no more.
 */
export const countTakenBack = async ({ read }: Pick<Register, 'read'>): Promise<number> =>
  countErrors(read) + countReopened(read);
