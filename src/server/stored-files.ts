import { type AttachmentType, attachmentTypes, isFileHash } from '../domain/attachment.ts';
import { type Answer, headerOf } from './answer.ts';
import type { FileParts } from './front-door-parts.ts';
import type { StoredFile } from './send-stored-file.ts';

/** By this a page answers with a file of the store: its SHA-256. It never leaves the house. */
const FILE_HEADER = 'x-stored-file';

/** The file that a page answers with instead of a body; null for every other answer. */
export function storedFileOf(answer: Answer, pathOf: (sha256: string) => string): StoredFile | null {
  const sha256 = headerOf(answer, FILE_HEADER);
  const type = headerOf(answer, 'content-type');
  const name = headerOf(answer, `${FILE_HEADER}-name`);
  const mediaType = attachmentTypes.find((one): one is AttachmentType => one === type);
  if (answer.status !== 200 || sha256 === undefined || !isFileHash(sha256)) return null;
  if (mediaType === undefined || name === undefined) return null;
  return { path: pathOf(sha256), sha256, name: decodeURIComponent(name), mediaType, isPublic: false };
}

/** `/files/{sha256}/{name}`, when a published edition names that file so; null otherwise. */
export async function findPublicFile(path: string, files: FileParts | undefined): Promise<StoredFile | null> {
  const [empty, , sha256 = '', encoded = '', ...more] = path.split('/');
  if (empty !== '' || more.length > 0 || !isFileHash(sha256) || encoded === '' || files === undefined)
    return null;
  const name = decodeURIComponent(encoded);
  const file = await files.findPublic(sha256, name);
  return file && { path: files.pathOf(sha256), sha256, name, mediaType: file.mediaType, isPublic: true };
}
