import type { APIRoute } from 'astro';
import { isAttachmentName } from '../../../../../../domain/attachment.ts';
import { openDraftFile } from '../../../../../../registry/open-draft-file.ts';
import { deskRequest } from '../../../../_draft/desk-request.ts';

/** The bytes of a file of a draft: named here, and sent by the front door. */
export const GET: APIRoute = async (context) => {
  const asked = await deskRequest(context);
  if (asked.kind === 'moved') return context.redirect(asked.to, 303);
  if (asked.kind !== 'asked') return context.rewrite('/404');
  const { sha256 = '', name = '' } = context.params;
  const { register, actor, name: work } = asked.request;
  const opened = await openDraftFile(register, actor, work, sha256);
  if (!opened.ok || !isAttachmentName(name, opened.value.mediaType)) return context.rewrite('/404');
  return new Response(null, {
    headers: {
      'content-type': opened.value.mediaType,
      'x-stored-file': sha256,
      'x-stored-file-name': encodeURIComponent(name),
    },
  });
};
