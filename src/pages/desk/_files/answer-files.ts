import { addresses } from '../../../domain/addresses.ts';
import type { AttachmentFields } from '../../../domain/attachment-fields.ts';
import type { Refusal } from '../../../domain/errors.ts';
import type { Result } from '../../../domain/result.ts';
import { arrangeAttachment, arrangements } from '../../../registry/arrange-attachment.ts';
import { attachFile } from '../../../registry/attach-file.ts';
import type { DraftRequest } from '../_draft/draft-view.ts';
import { type FileForm, newFileFields, readFileForm } from './read-file-form.ts';

/** What came of a form about the files of a draft: done, or why not, with what was typed. */
export type FilesAnswer =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly fields: AttachmentFields };

/** What a page says was just done, by the word in its address. */
export const filesDone = {
  added: 'แนบไฟล์แล้ว ระบบเอาข้อมูลแฝงออกให้แล้ว โปรดเปิดดูให้แน่ใจว่าอ่านได้',
  signed: 'แนบไฟล์แล้ว ไฟล์นี้ลงลายมือชื่อดิจิทัลไว้ จึงเก็บตามเดิมทุกประการ รวมทั้งข้อมูลแฝงของผู้ลงนาม',
  remove: 'เอาไฟล์ออกจากร่างแล้ว หากเอาออกผิด เรียกคืนได้จากประวัติของร่าง',
  up: 'เลื่อนไฟล์ขึ้นแล้ว',
  down: 'เลื่อนไฟล์ลงแล้ว',
} as const;

type Room = App.Locals['files'] & { readonly uploads: App.Locals['uploads'] };

/** Does what a form of the page of files asks for. */
export async function answerFiles(
  request: DraftRequest,
  room: Room,
  posted: ReadonlyMap<string, string>,
): Promise<FilesAnswer> {
  const form = readFileForm(posted);
  const what = arrangements.find((one) => one === form.action);
  if (what === undefined) return add(request, room, form);
  const { register, actor, name, now } = request;
  const { lock, sha256 } = form;
  const done: Result<unknown> =
    sha256 === null
      ? { ok: false, refusal: { code: 'attachments_changed' } }
      : await arrangeAttachment(register, actor, name, { lock, sha256, what }, now);
  if (!done.ok) return { kind: 'refused', refusal: done.refusal, fields: newFileFields };
  return { kind: 'moved', to: `${addresses.draftSection(name, 'files')}?done=${what}` };
}

/** Anything that is no other action brings a file: what a browser sends when Enter is pressed is one, too. */
async function add(request: DraftRequest, room: Room, form: FileForm): Promise<FilesAnswer> {
  const { register, actor, name, now } = request;
  const { lock, fields, replaces } = form;
  const refused = (refusal: Refusal): FilesAnswer => ({ kind: 'refused', refusal, fields });
  const upload = room.uploads.find(({ field }) => field === 'file');
  if (!upload) return refused({ code: 'file_refused', fault: 'empty' });
  if (upload.isTooLarge) return refused({ code: 'file_refused', fault: 'too_large' });
  const attached = await attachFile(register, room, actor, name, { lock, upload, fields, replaces }, now);
  if (!attached.ok) return refused(attached.refusal);
  const { file, isStripped } = attached.value;
  const done = isStripped ? 'added' : 'signed';
  return {
    kind: 'moved',
    to: `${addresses.draftSection(name, 'files')}?done=${done}&file=${file.sha256.slice(0, 12)}`,
  };
}
