import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, posix } from 'node:path';
import { type Attachment, attachmentEndings, attachmentsOf, type KeptFile } from '../domain/attachment.ts';
import type { WorkName } from '../domain/work.ts';
import type { ArchiveProblem } from './problem.ts';
import type { Archive, ArchivedWork } from './read-archive.ts';
import type { Parsed } from './yaml-file.ts';

/** The folder beside the editions of a work that holds their files. */
export const filesFolderName = 'files';

/** Where a file of a work stands in an archive: `{type}/{slug}/files/{sha256}.{ending}`. */
export const attachedFilePath = (
  { type, slug }: WorkName,
  { sha256, mediaType }: Pick<Attachment, 'sha256' | 'mediaType'>,
): string => posix.join(type, slug, filesFolderName, `${sha256}.${attachmentEndings[mediaType]}`);

/**
 * Finds the files that the editions and submissions of an archive name and reads each to its end. One that is not
 * there, or whose bytes do not give its hash, is a problem of the file that names it; nothing else in the folders is looked at.
 * @returns paths by SHA-256
 */
export async function readAttachedFiles(
  folder: string,
  archive: Archive,
): Promise<Parsed<ReadonlyMap<string, string>>> {
  const problems: ArchiveProblem[] = [];
  const paths = new Map<string, string>();
  for (const work of archive.works) {
    for (const { file, field, attached } of filesNamedIn(work)) {
      const path = join(folder, attachedFilePath(work.name, attached));
      if (paths.has(attached.sha256)) continue;
      if (await isWhole(path, attached)) paths.set(attached.sha256, path);
      else problems.push({ file, line: null, field, reason: 'unknown_file', found: attached.name });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: paths };
}

/** Every file that the editions and the submissions of a work name, with the place that names it. */
function filesNamedIn({ editions, deeds }: ArchivedWork) {
  const ofEditions = editions.flatMap(({ manifest, file }) =>
    attachmentsOf(manifest).map((attached, index) => ({ file, field: `attachments.${index}`, attached })),
  );
  const ofSubmissions = (deeds?.submissions ?? []).flatMap(({ acts }, index) =>
    acts.flatMap(({ facts }, act) => {
      const field = `submissions.${index}.acts.${act}.facts.file`;
      return facts?.file ? [{ file: deeds?.file ?? '', field, attached: facts.file }] : [];
    }),
  );
  return [...ofEditions, ...ofSubmissions];
}

async function isWhole(path: string, { sha256, bytes }: KeptFile): Promise<boolean> {
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
