import type { Connection, Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { findProvision } from '../../db/provisions.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest, Relation } from '../domain/edition.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { lineageNote } from '../domain/lineage.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { changeDraft } from './steps/change-draft.ts';

export type Origin = {
  /** Eid of the clause of the draft. */
  readonly eid: string;
  /** The provision of a published edition from which it comes. */
  readonly source: { readonly work: WorkName; readonly edition: number; readonly eid: string };
};

/**
 * Says in a draft that a clause of it comes from a provision of another work: a relation to that provision, with its
 * edition and the own clause in the note (`lineageOf` reads it). The text stays as it is. Saying it again changes nothing.
 * Refused: `draft_not_found`, `draft_changed`, `content_invalid` for a clause or a provision that is not there.
 */
export function sayOrigin(
  register: Register,
  actor: Actor,
  name: WorkName,
  { expectedVersion, ...origin }: Origin & { readonly expectedVersion: number },
  now: Instant,
): Promise<Result<{ readonly version: number }>> {
  const change = (content: Manifest, transaction: Connection) => withOrigin(transaction, content, origin);
  return changeDraft(register, actor, name, { expectedVersion, kind: 'saved', change }, now);
}

async function withOrigin(
  transaction: Connection,
  content: Manifest,
  { eid, source }: Origin,
): Promise<Result<Manifest>> {
  const clause = renderBody(content.body).provisions.find((one) => one.eid === eid);
  if (!clause) return unknown({ field: 'body', reason: 'unknown_provision', found: eid });
  const work = await findWork(transaction, source.work);
  const edition = work && (await findEdition(transaction, work.id, source.edition));
  if (!edition) return unknown({ field: 'relations', reason: 'unknown_work' });
  if ((await findProvision(transaction, edition.id, source.eid)) === null) {
    return unknown({ field: 'relations', reason: 'unknown_provision', found: source.eid });
  }
  const relation: Relation = {
    kind: 'derives_from',
    target: `${source.work.type}/${source.work.slug}#${source.eid}`,
    note: lineageNote(source.edition, clause),
  };
  const isSaid = content.relations.some(
    ({ kind, target, note }) =>
      kind === relation.kind && target === relation.target && note === relation.note,
  );
  return accepted(isSaid ? content : { ...content, relations: [...content.relations, relation] });
}

const unknown = (problem: FieldProblem): Result<never> =>
  refused({ code: 'content_invalid', problems: [problem] });
