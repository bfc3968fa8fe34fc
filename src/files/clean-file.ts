import { fileTypeFromBuffer } from 'file-type';
import { type AttachmentType, attachmentTypes } from '../domain/attachment.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { Cleaned, FileFault } from './cleaned.ts';

type Clean = (bytes: Buffer) => Result<Cleaned, FileFault> | Promise<Result<Cleaned, FileFault>>;

/** Each loaded only when its type comes, because every file waits for a process to start. */
const cleaners: Readonly<Record<AttachmentType, () => Promise<Clean>>> = {
  'application/pdf': async () => (await import('./clean-pdf.ts')).cleanPdf,
  'image/png': async () => (await import('./clean-png.ts')).cleanPng,
  'image/jpeg': async () => (await import('./clean-jpeg.ts')).cleanJpeg,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async () =>
    (await import('./clean-docx.ts')).cleanDocx,
};

/** What Word writes when a document has a password, and what its old `.doc` is. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** "EncryptedPackage" as such a file spells it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Finds out by its content what a file is, checks that it is one whole, and takes out what is not content. Neither
 * its name nor what the sender said of its type counts. Runs in a process of its own: what it reads may be hostile.
 */
export async function cleanFile(
  bytes: Buffer,
): Promise<Result<Cleaned & { readonly mediaType: AttachmentType }, FileFault>> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    return refused(bytes.includes(encryptedPackage) ? 'encrypted' : 'unknown_type');
  }
  const detected = (await fileTypeFromBuffer(bytes))?.mime;
  const mediaType = attachmentTypes.find((type) => type === detected);
  if (mediaType === undefined) return refused('unknown_type');
  const clean = await cleaners[mediaType]();
  const cleaned = await clean(bytes);
  return cleaned.ok ? accepted({ ...cleaned.value, mediaType }) : cleaned;
}
