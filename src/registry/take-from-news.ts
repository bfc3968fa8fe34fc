import type { Register } from '../../db/connection.ts';
import type { Source } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Actor } from '../domain/permission.ts';
import type { Result } from '../domain/result.ts';
import { type Taken, takeFindings } from '../domain/take-findings.ts';
import type { WorkName } from '../domain/work.ts';
import { changeDraft } from './steps/change-draft.ts';

/**
 * Puts what an officer took from a text into the facts of a draft, with the source it came from.
 * @returns the version that now holds it
 * Refused: what `changeDraft` and `takeFindings` refuse.
 */
export function takeFromNews(
  register: Register,
  actor: Actor,
  name: WorkName,
  news: { readonly expectedVersion: number; readonly source: Source; readonly taken: readonly Taken[] },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const { expectedVersion, source, taken } = news;
  return changeDraft(
    register,
    actor,
    name,
    { expectedVersion, kind: 'imported', change: (content) => takeFindings(content, source, taken) },
    now,
  );
}
