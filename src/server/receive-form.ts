import type { IncomingMessage } from 'node:http';
import { attachmentLimits } from '../domain/attachment.ts';
import type { FrontDoorParts, Limits } from './front-door-parts.ts';
import type { PostedForm } from './page-request.ts';
import { declaresTooLarge, readBody } from './read-body.ts';
import { isMultipart, receiveUpload } from './receive-upload.ts';
import type { RefusalStatus } from './refusals.ts';
import { takesUpload } from './route-kind.ts';

/** A form that arrived, why it is refused, or nobody left to answer. */
export type FormReading =
  | { readonly kind: 'form'; readonly form: PostedForm }
  | { readonly kind: 'refused'; readonly status: RefusalStatus }
  | { readonly kind: 'gone' };

const refused = (status: RefusalStatus): FormReading => ({ kind: 'refused', status });
const gone: FormReading = { kind: 'gone' };

/** Forms with a file that are arriving now, in this process. */
let arriving = 0;

/**
 * Receives what was posted to a page: in memory within the usual limit, or, at the addresses that take files, with the
 * file on the disk and the other fields handed on as a plain form.
 * @param ask called when the body is wanted, before a byte of it is read
 */
export async function receiveForm(
  request: IncomingMessage,
  parts: Pick<FrontDoorParts, 'files'> & { readonly limits: Limits },
  path: string,
  ask: () => void,
): Promise<FormReading> {
  const { files, limits } = parts;
  if (files && takesUpload(path) && isMultipart(request))
    return receiveFiles(request, { files, limits }, ask);
  if (declaresTooLarge(request, limits.bodyBytes)) return refused(413);
  ask();
  const body = await readBody(request, limits.bodyBytes, limits.requestTimeoutMs);
  switch (body.kind) {
    case 'body':
      return { kind: 'form', form: { bytes: body.bytes, uploads: [] } };
    case 'too_large':
      return refused(413);
    case 'too_slow':
      return refused(408);
    case 'broken_off':
      return gone;
    default:
      return body satisfies never;
  }
}

async function receiveFiles(
  request: IncomingMessage,
  { files, limits }: { readonly files: NonNullable<FrontDoorParts['files']>; readonly limits: Limits },
  ask: () => void,
): Promise<FormReading> {
  if (declaresTooLarge(request, limits.uploadBytes)) return refused(413);
  if (arriving >= limits.uploadsAtOnce) return refused(503);
  arriving += 1;
  try {
    const mayBring = await files.mayBring(request.headers.cookie ?? null);
    ask();
    const reading = await receiveUpload(
      request,
      {
        bodyBytes: limits.uploadBytes,
        fileBytes: attachmentLimits.fileBytes,
        milliseconds: limits.uploadTimeoutMs,
      },
      mayBring ? files.newIncoming : null,
    );
    switch (reading.kind) {
      case 'form': {
        const fields = new URLSearchParams(reading.fields.map(([name, value]) => [name, value]));
        const type = 'application/x-www-form-urlencoded';
        return {
          kind: 'form',
          form: { bytes: Buffer.from(fields.toString()), type, uploads: reading.uploads },
        };
      }
      case 'too_large':
        return refused(413);
      case 'too_slow':
        return refused(408);
      case 'malformed':
        return refused(400);
      case 'broken_off':
        return gone;
      default:
        return reading satisfies never;
    }
  } finally {
    arriving -= 1;
  }
}
