import { z } from 'zod';
import {
  type Attachment,
  attachmentKinds,
  attachmentLimits,
  attachmentTypes,
  isAttachmentName,
  isFileHash,
  type KeptFile,
} from '../domain/attachment.ts';
import { line } from './fact-schema.ts';

const pageLink = z.strictObject({ page: z.int().min(1).max(9999), provision: line(60) });

const keptFields = {
  sha256: z.string().refine(isFileHash),
  name: z.string().max(attachmentLimits.nameLength + 10),
  mediaType: z.enum(attachmentTypes),
  bytes: z.int().min(1).max(attachmentLimits.fileBytes),
  pageCount: z
    .int()
    .min(1)
    .nullish()
    .transform((value) => value ?? null),
};

/** A file that says nothing of itself but its name, in the archive format. */
export const attachedFile: z.ZodType<KeptFile> = z
  .strictObject(keptFields)
  .refine((value) => isAttachmentName(value.name, value.mediaType), { path: ['name'] });

/**
 * A file of an edition in the archive format. `textIs: body` says that its words are the text of the edition; `text`
 * is a text of its own; with neither there is none yet.
 */
const attachment: z.ZodType<Attachment> = z
  .strictObject({
    ...keptFields,
    title: line(attachmentLimits.titleLength),
    kind: z.enum(attachmentKinds),
    pages: z.array(pageLink).max(attachmentLimits.pageLinks).default([]),
    textIs: z.literal('body').optional(),
    text: z.string().trim().min(1).max(attachmentLimits.textLength).optional(),
  })
  .refine((value) => isAttachmentName(value.name, value.mediaType), { path: ['name'] })
  .refine((value) => value.textIs === undefined || value.text === undefined, { path: ['text'] })
  .transform(({ textIs, text, ...file }) => ({
    ...file,
    textEquivalent: textIs ? { kind: textIs } : text === undefined ? null : { kind: 'text' as const, text },
  }));

export const attachmentsSchema = z.array(attachment).max(attachmentLimits.filesOfWork);
