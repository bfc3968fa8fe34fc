import { addresses } from '../domain/addresses.ts';
import type { KeptFile } from '../domain/attachment.ts';
import type { SubmissionSource } from '../domain/submission.ts';
import type { WorkName } from '../domain/work.ts';
import { attachmentTypeLabels, fileSizeText } from '../i18n/attachments.ts';
import { withNoBreaks } from '../thai/no-break.ts';
import { html, joined, type Markup } from './html.ts';

/** What shows a deed: where it is told of, the file, and the work of this register by its title. */
export type Proof = {
  readonly source: SubmissionSource | null;
  readonly file: KeptFile | null;
  readonly work: (WorkName & { readonly title: string }) | null;
};

export function proofLinks({ source, file, work }: Proof): Markup {
  const links = [
    ...(work ? [html`<a href="${addresses.work(work)}">${withNoBreaks(work.title)}</a>`] : []),
    ...(file
      ? [
          html`<a href="${addresses.file(file)}">ไฟล์หลักฐาน (${attachmentTypeLabels[file.mediaType]} ${fileSizeText(file.bytes)})</a>`,
        ]
      : []),
    ...(source ? [html`<cite>${toldOf(source)}</cite>`] : []),
  ];
  return html`<span class="proof">${joined(links)}</span>`;
}

const toldOf = ({ title, url }: SubmissionSource): Markup =>
  url === null
    ? html`${withNoBreaks(title)}`
    : html`<a href="${url}" rel="noopener nofollow">${withNoBreaks(title)}</a>`;
