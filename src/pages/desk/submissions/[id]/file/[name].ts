import type { APIRoute } from 'astro';
import { addresses } from '../../../../../domain/addresses.ts';
import { isAttachmentName } from '../../../../../domain/attachment.ts';
import { openSubmissionFile } from '../../../../../registry/open-submission-file.ts';

/** The bytes of a file of a submission: named here, and sent by the front door. */
export const GET: APIRoute = async ({ locals, params, url, redirect, rewrite }) => {
  const { register, session, now } = locals;
  if (!session) return redirect(addresses.login(url.pathname), 303);
  const { id: text = '', name = '' } = params;
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  const opened = await openSubmissionFile(register, session.actor, id, name, now);
  if (!opened.ok || !isAttachmentName(name, opened.value.mediaType)) return rewrite('/404');
  return new Response(null, {
    headers: {
      'content-type': opened.value.mediaType,
      'x-stored-file': opened.value.sha256,
      'x-stored-file-name': encodeURIComponent(name),
    },
  });
};
