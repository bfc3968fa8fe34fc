import type { Manifest } from './edition.ts';
import type { FieldProblem } from './errors.ts';

/** What an attached file is to its work. */
export const attachmentKinds = ['signed_scan', 'annex', 'picture', 'source'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The types of file that the register keeps, each with the ending of its names. */
export const attachmentEndings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
} as const;
export type AttachmentType = keyof typeof attachmentEndings;

export const attachmentTypes = Object.keys(attachmentEndings) as readonly AttachmentType[];

/** The most that one file and all files of one edition may be. */
export const attachmentLimits = {
  fileBytes: 20 * 1024 * 1024,
  filesOfWork: 40,
  bytesOfWork: 200 * 1024 * 1024,
  titleLength: 300,
  nameLength: 120,
  /** In characters; a long charter has about 30,000. */
  textLength: 60_000,
  /** Of all files of an edition together, because the manifest holds them. */
  textOfWork: 300_000,
  pageLinks: 200,
} as const;

/** On which page of a file a provision stands. */
export type PageLink = { readonly page: number; readonly provision: string };

/**
 * What says the same in words for those who cannot see the file: the body of the edition itself, a text of its own,
 * or nothing yet.
 */
export type TextEquivalent =
  | { readonly kind: 'body' }
  | { readonly kind: 'text'; readonly text: string }
  | null;

/** A file that belongs to an edition. Its bytes are known by their hash, so the manifest's hash covers them. */
export type Attachment = {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** Name under which it is taken away, with its ending. */
  readonly name: string;
  readonly title: string;
  readonly kind: AttachmentKind;
  readonly mediaType: AttachmentType;
  readonly bytes: number;
  /** Number of pages; null when the type has none that can be counted. */
  readonly pageCount: number | null;
  readonly pages: readonly PageLink[];
  readonly textEquivalent: TextEquivalent;
};

/** A file that is kept and says nothing of itself but its name; `bytes` and `sha256` are of its cleaned content. */
export type KeptFile = Pick<Attachment, 'sha256' | 'name' | 'mediaType' | 'bytes' | 'pageCount'>;

/** Why a file is not taken in. */
export const fileFaults = [
  'empty',
  'too_large',
  'unknown_type',
  'broken',
  'encrypted',
  'active_content',
  'embedded_files',
  'too_complex',
  'too_slow',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** What is known of a file once it has been looked at and cleaned. */
export type CleanFile = {
  readonly mediaType: AttachmentType;
  readonly pageCount: number | null;
  /** False for a digitally signed PDF, which is kept byte for byte because any change would break its signature. */
  readonly isStripped: boolean;
};

export const attachmentsOf = (manifest: Pick<Manifest, 'attachments'>): readonly Attachment[] =>
  manifest.attachments ?? [];

/** Where a file stands on the page of its edition, as the fragment of an address. */
export const attachmentAnchor = ({ sha256 }: Pick<Attachment, 'sha256'>): string =>
  `file-${sha256.slice(0, 12)}`;

/** The manifest with these files. Without any the key is absent, so that its hash is that of the time before files. */
export function withAttachments(manifest: Manifest, files: readonly Attachment[]): Manifest {
  const { attachments: _before, ...rest } = manifest;
  return files.length === 0 ? rest : { ...rest, attachments: files };
}

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * A name that is safe in a header, an address and a folder: letters, marks and digits of any script, `-`, `_` and `.`,
 * with the ending of what the file really is.
 */
export function attachmentName(given: string, type: AttachmentType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(invisible, '')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[\p{M}.-]+|[.-]+$/gu, '');
  const ending = attachmentEndings[type];
  const short = [...stem].slice(0, attachmentLimits.nameLength - ending.length - 1).join('');
  return `${short === '' ? 'file' : short}.${ending}`;
}

/** Is this a name as `attachmentName` makes them? */
export const isAttachmentName = (name: string, type: AttachmentType): boolean =>
  name === attachmentName(name, type);

/** True for the hash of a file, as it stands in manifests and addresses. */
export const isFileHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * What is wrong with the files of a manifest.
 * @param provisions eids of its body
 */
export function checkAttachments(
  manifest: Pick<Manifest, 'attachments'>,
  provisions: ReadonlySet<string>,
): readonly FieldProblem[] {
  const files = attachmentsOf(manifest);
  const links = files.flatMap((file, index) =>
    file.pages.flatMap(({ page, provision }, at): readonly FieldProblem[] => {
      const field = `attachments.${index}.pages.${at}`;
      if (!provisions.has(provision)) return [{ field, reason: 'unknown_provision', found: provision }];
      const isOutside = page < 1 || (file.pageCount !== null && page > file.pageCount);
      return isOutside ? [{ field, reason: 'not_a_page', found: String(page) }] : [];
    }),
  );
  const twice = files.flatMap((file, index): readonly FieldProblem[] =>
    files.findIndex(({ sha256 }) => sha256 === file.sha256) < index
      ? [{ field: `attachments.${index}`, reason: 'duplicate', found: file.name }]
      : [],
  );
  return [...links, ...twice];
}
