import {
  type Attachment,
  type AttachmentKind,
  attachmentKinds,
  attachmentLimits,
  type PageLink,
  type TextEquivalent,
} from './attachment.ts';
import type { FieldProblem } from './errors.ts';
import { accepted, type Result, refused } from './result.ts';

/** What the form about a file asks for, as typed. */
export type AttachmentFields = {
  readonly title: string;
  readonly kind: string;
  /** `body`, `text` or anything else for none yet. */
  readonly textIs: string;
  readonly text: string;
  readonly links: readonly { readonly page: string; readonly provision: string }[];
};

export type DescribedFile = Pick<Attachment, 'title' | 'kind' | 'pages' | 'textEquivalent'>;

/** The fields as the form shows those of a file. */
export const fieldsOfFile = (file: DescribedFile): AttachmentFields => ({
  title: file.title,
  kind: file.kind,
  textIs: file.textEquivalent?.kind ?? 'missing',
  text: file.textEquivalent?.kind === 'text' ? file.textEquivalent.text : '',
  links: file.pages.map(({ page, provision }) => ({ page: String(page), provision })),
});

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';
const withPlainDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(thaiDigits.indexOf(digit)));

/**
 * Reads what was typed about a file. Pages may be typed in Thai digits; rows left empty are no links, and one typed
 * twice counts once. Refused: `content_invalid` with every problem found.
 * @param about.pageCount pages of the file; null when they cannot be counted
 * @param about.provisions eids of the draft's body
 */
export function readAttachmentFields(
  fields: AttachmentFields,
  about: { readonly pageCount: number | null; readonly provisions: ReadonlySet<string> },
): Result<DescribedFile> {
  const problems: FieldProblem[] = [];
  const title = fields.title.replace(/\s+/g, ' ').trim();
  if (title === '') problems.push({ field: 'fileTitle', reason: 'required' });
  if (title.length > attachmentLimits.titleLength) problems.push({ field: 'fileTitle', reason: 'too_long' });
  const kind = attachmentKinds.find((one) => one === fields.kind);
  if (kind === undefined) problems.push({ field: 'fileKind', reason: 'not_in_list' });
  const textEquivalent = textOf(fields, problems);
  const pages = linksOf(fields.links, about, problems);
  if (problems.length > 0 || kind === undefined) return refused({ code: 'content_invalid', problems });
  return accepted({ title, kind: kind satisfies AttachmentKind, pages, textEquivalent });
}

function textOf({ textIs, text }: AttachmentFields, problems: FieldProblem[]): TextEquivalent {
  if (textIs === 'body') return { kind: 'body' };
  if (textIs !== 'text') return null;
  const tidy = text.replace(/\r\n?/g, '\n').trim();
  if (tidy === '') problems.push({ field: 'fileText', reason: 'required' });
  if (tidy.length > attachmentLimits.textLength) problems.push({ field: 'fileText', reason: 'too_long' });
  return { kind: 'text', text: tidy };
}

function linksOf(
  typed: AttachmentFields['links'],
  { pageCount, provisions }: { readonly pageCount: number | null; readonly provisions: ReadonlySet<string> },
  problems: FieldProblem[],
): readonly PageLink[] {
  const links = new Map<string, PageLink>();
  for (const row of typed) {
    const number = withPlainDigits(row.page.trim());
    if (number === '' && row.provision === '') continue;
    const page = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0;
    if (page === 0 || (pageCount !== null && page > pageCount)) {
      problems.push({ field: 'filePages', reason: 'not_a_page', found: row.page.slice(0, 20) });
    } else if (!provisions.has(row.provision)) {
      problems.push({ field: 'filePages', reason: 'unknown_provision', found: row.provision.slice(0, 60) });
    } else links.set(`${page} ${row.provision}`, { page, provision: row.provision });
  }
  if (links.size > attachmentLimits.pageLinks) problems.push({ field: 'filePages', reason: 'too_long' });
  return [...links.values()].sort((a, b) => a.page - b.page);
}
