import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';

/** A file that came with a form, where it stands now. */
export type Upload = {
  /** Name of the form's field. */
  readonly field: string;
  /** What the sender calls it; nothing in it is to be believed. */
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
  /** Longer than a file may be: what is at `path` is not whole. */
  readonly isTooLarge: boolean;
};

export type UploadReading =
  | {
      readonly kind: 'form';
      readonly fields: readonly (readonly [name: string, value: string])[];
      readonly uploads: readonly Upload[];
    }
  | { readonly kind: 'too_large' | 'too_slow' | 'broken_off' | 'malformed' };

export type UploadLimits = {
  /** The whole body; a longer one is left unread. */
  readonly bodyBytes: number;
  readonly fileBytes: number;
  readonly milliseconds: number;
};

/** More than any form of ours has. */
const MOST_FIELDS = 100;
const LONGEST_FIELD = 512 * 1024;

/** Is this the body of a form that may carry a file? */
export const isMultipart = (request: IncomingMessage): boolean =>
  /^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '');

/**
 * Reads a form with a file (RFC 7578) as it arrives: the fields into memory, the first file to the disk, others
 * nowhere. Memory stays flat however large the file is, and the disk gets no more than `fileBytes`.
 * @param newPath where a file may be written; null to let the files go by and keep the fields only
 * Files of a reading that is not a `form` are removed; those of a form are the caller's to remove.
 */
export async function receiveUpload(
  request: IncomingMessage,
  limits: UploadLimits,
  newPath: (() => Promise<string>) | null,
): Promise<UploadReading> {
  const { 'content-type': type = '' } = request.headers;
  const fields: (readonly [string, string])[] = [];
  const writing: Promise<Upload | null>[] = [];
  const arriving: BusboyFileStream[] = [];
  let ending: 'too_large' | 'too_slow' | null = null;
  let received = 0;
  const parser = parserOf(request, type, limits.fileBytes);
  if (parser === null) return { kind: 'malformed' };
  const stop = (why: 'too_large' | 'too_slow'): void => {
    ending ??= why;
    parser.destroy(new Error(why));
  };
  parser.on('field', (name, value, isNameCut, isValueCut) => {
    if (isNameCut || isValueCut) stop('too_large');
    else fields.push([name, value]);
  });
  parser.on('fieldsLimit', () => stop('too_large'));
  parser.on('file', (field, file, fileName) => {
    if (newPath === null || writing.length > 0) file.resume();
    else {
      arriving.push(file);
      writing.push(keepFile(field, file, fileName ?? '', newPath));
    }
  });
  request.on('data', (part: Buffer) => {
    received += part.length;
    if (received > limits.bodyBytes) stop('too_large');
  });
  const patience = setTimeout(() => stop('too_slow'), limits.milliseconds);
  const isWhole = await pour(request, parser);
  clearTimeout(patience);
  if (!isWhole) for (const file of arriving) file.destroy();
  const uploads = (await Promise.all(writing)).filter((upload) => upload !== null);
  if (isWhole && ending === null) return { kind: 'form', fields, uploads };
  await removeUploads(uploads);
  return { kind: ending ?? (request.complete ? 'malformed' : 'broken_off') };
}

/** Removes what is left of received files. */
export async function removeUploads(uploads: readonly Upload[]): Promise<void> {
  for (const { path } of uploads) await rm(path, { force: true });
}

function parserOf(request: IncomingMessage, type: string, fileSize: number) {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': type },
      limits: { fileSize, files: 4, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, parts: MOST_FIELDS + 4 },
      defCharset: 'utf8',
      preservePath: false,
    });
  } catch {
    return null;
  }
}

/** Feeds the parser and waits until it has said all. The request stays open, so that an answer can be sent. */
function pour(request: IncomingMessage, parser: NonNullable<ReturnType<typeof parserOf>>): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isWhole: boolean): void => {
      request.unpipe(parser);
      request.off('close', onClose).off('error', onBreak);
      request.on('error', () => undefined);
      if (!isWhole) parser.destroy();
      resolve(isWhole);
    };
    const onBreak = (): void => finish(false);
    // A request that came whole closes, too, while the last of it is still being written.
    const onClose = (): void => {
      if (!request.complete) finish(false);
    };
    parser.on('finish', () => finish(true)).on('error', onBreak);
    request.on('close', onClose).on('error', onBreak);
    request.pipe(parser);
  });
}

/** @returns null when no file was chosen, or the file broke off */
async function keepFile(
  field: string,
  file: BusboyFileStream,
  fileName: string,
  newPath: () => Promise<string>,
): Promise<Upload | null> {
  const path = await newPath();
  let bytes = 0;
  file.on('data', (part: Buffer) => {
    bytes += part.length;
  });
  file.pause();
  const isWritten = await pipeline(file, createWriteStream(path, { flags: 'wx' })).then(
    () => true,
    () => false,
  );
  const isChosen = fileName !== '' || bytes > 0;
  if (isWritten && isChosen) return { field, fileName, path, bytes, isTooLarge: file.truncated };
  await rm(path, { force: true });
  return null;
}
