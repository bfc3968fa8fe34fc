import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, posix } from 'node:path';
import { type Attachment, attachmentEndings, attachmentsOf } from '../domain/attachment.ts';
import type { WorkName } from '../domain/work.ts';
import type { ArchiveProblem } from './problem.ts';
import type { Archive } from './read-archive.ts';
import type { Parsed } from './yaml-file.ts';

/** The folder beside the editions of a work that holds their files. */
export const filesFolderName = 'files';

/** Where a file of a work stands in an archive: `{type}/{slug}/files/{sha256}.{ending}`. */
export const attachedFilePath = (
  { type, slug }: WorkName,
  { sha256, mediaType }: Pick<Attachment, 'sha256' | 'mediaType'>,
): string => posix.join(type, slug, filesFolderName, `${sha256}.${attachmentEndings[mediaType]}`);

/**
 * Finds the files that the editions of an archive name and reads each to its end. One that is not there, or whose
 * bytes do not give its hash, is a problem of the edition that names it; nothing else in the folders is looked at.
 * @returns paths by SHA-256
 */
export async function readAttachedFiles(
  folder: string,
  archive: Archive,
): Promise<Parsed<ReadonlyMap<string, string>>> {
  const problems: ArchiveProblem[] = [];
  const paths = new Map<string, string>();
  for (const { name, editions } of archive.works) {
    for (const { manifest, file } of editions) {
      for (const [index, attachment] of attachmentsOf(manifest).entries()) {
        const path = join(folder, attachedFilePath(name, attachment));
        if (paths.has(attachment.sha256)) continue;
        if (await isWhole(path, attachment)) paths.set(attachment.sha256, path);
        else {
          const field = `attachments.${index}`;
          problems.push({ file, line: null, field, reason: 'unknown_file', found: attachment.name });
        }
      }
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: paths };
}

async function isWhole(path: string, { sha256, bytes }: Attachment): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(part);
      size += part.length;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return false;
    throw error;
  }
  return size === bytes && hash.digest('hex') === sha256;
}
