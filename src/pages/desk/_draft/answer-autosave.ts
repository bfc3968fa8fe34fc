import { fieldsOf } from '../../../domain/draft.ts';
import { autosaveDraft } from '../../../registry/autosave-draft.ts';
import { openDraft } from '../../../registry/open-draft.ts';
import type { AutosaveAnswer } from '../../../writing/autosave-answer.ts';
import type { DeskRequest } from './desk-request.ts';
import { readDraftForm } from './read-draft-form.ts';

/**
 * The answer to a text that saves itself while somebody types; null when this is another request. It never changes
 * anything under the name of another person than the one who opened the form.
 */
export async function answerAutosave(asked: DeskRequest): Promise<Response | null> {
  const posted = asked.kind === 'asked' || asked.kind === 'session_over' ? asked.posted : null;
  if (posted?.get('action') !== 'autosave') return null;
  if (asked.kind !== 'asked') return json(401, { kind: 'session_over' });
  const { request, session } = asked;
  const opener = posted.get('user');
  if (opener !== undefined && opener !== String(session.userId)) return json(401, { kind: 'other_person' });
  const { register, actor, name, now } = request;
  const { version: expectedVersion, fields } = readDraftForm(posted);
  const saved = await autosaveDraft(register, actor, name, { expectedVersion, fields }, now);
  if (saved.ok) {
    const { version, problems } = saved.value;
    return json(200, { kind: 'saved', version, at: now, problems });
  }
  const draft = await openDraft(register, actor, name);
  if (!draft.ok) return json(404, { kind: 'gone' });
  const { content, version, editedBy, editedByName } = draft.value.draft;
  return json(409, {
    kind: 'conflict',
    version,
    by: editedByName,
    isOwn: editedBy === session.userId,
    fields: fieldsOf(content),
  });
}

const json = (status: number, answer: AutosaveAnswer): Response =>
  new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
