import type { Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { applyFields, type DraftFields, tidyBody } from '../domain/draft.ts';
import type { FieldProblem } from '../domain/errors.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { WorkName } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';
import { problemsOf } from './steps/known-references.ts';

export type DraftPreview = {
  /** Safe HTML of the body as typed. */
  readonly html: string;
  /** What would stand in the way of publishing exactly this; empty when nothing does. */
  readonly problems: readonly FieldProblem[];
};

/**
 * Shows what the form says as it would be published, and stores nothing.
 * Refused: `draft_not_found`, also when it is not the actor's to read.
 */
export async function previewDraft(
  register: Register,
  actor: Actor,
  name: WorkName,
  fields: DraftFields,
): Promise<Result<DraftPreview>> {
  const { read } = register;
  const work = await findWork(read, name);
  const draft = work && may(actor, 'read_draft', work) ? await findDraft(read, work.id) : null;
  if (!draft) return refused({ code: 'draft_not_found' });
  const body = tidyBody(fields.body);
  const content = applyFields(draft.content, fields);
  const { html } = renderBody(body);
  if (content.ok) {
    const empty = body === '' ? [{ field: 'body', reason: 'required' } as const] : [];
    return accepted({ html, problems: [...empty, ...(await problemsOf(read, content.value))] });
  }
  const { refusal } = content;
  return accepted({ html, problems: refusal.code === 'content_invalid' ? refusal.problems : [] });
}
