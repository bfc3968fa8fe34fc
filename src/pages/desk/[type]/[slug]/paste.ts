import type { APIRoute } from 'astro';
import { importNoteText, importProblemTexts } from '../../../../i18n/imported-text.ts';
import { openDraft } from '../../../../registry/open-draft.ts';
import { deskRequest } from '../../_draft/desk-request.ts';

/**
 * HTML that was pasted into the text of a draft, as Markdown: `{markdown, notes}`, or `{problem}` with one sentence. Nothing is
 * stored. Only for whoever may read the draft; for anyone else there is none.
 */
export const POST: APIRoute = async (context) => {
  const asked = await deskRequest(context);
  if (asked.kind === 'session_over' || asked.kind === 'moved') {
    return json(401, { problem: 'การเข้าสู่ระบบหมดเวลาแล้ว' });
  }
  const draft =
    asked.kind === 'asked'
      ? await openDraft(asked.request.register, asked.request.actor, asked.request.name)
      : null;
  if (asked.kind !== 'asked' || !draft?.ok) return json(404, { problem: 'ไม่พบร่างนี้' });
  const html = asked.posted?.get('html') ?? '';
  if (html.trim() === '') return json(422, { problem: importProblemTexts.no_content });
  const imported = await context.locals.converter.convert('html', Buffer.from(html));
  if (!imported.ok) return json(422, { problem: importProblemTexts[imported.refusal] });
  const { markdown, notes } = imported.value;
  return json(200, { markdown, notes: notes.map(importNoteText) });
};

const json = (status: number, answer: object): Response =>
  new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
