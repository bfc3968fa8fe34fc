import { isFileHash } from '../../../domain/attachment.ts';
import type { AttachmentFields } from '../../../domain/attachment-fields.ts';
import { typedText } from '../../_read-form.ts';

/** What a form about the files of a draft sends. */
export type FileForm = {
  /** Name of the pressed button. */
  readonly action: string;
  readonly lock: string;
  /** The file that is meant; null when the form names none. */
  readonly sha256: string | null;
  readonly replaces: string | null;
  readonly fields: AttachmentFields;
};

const MOST_ROWS = 300;

/** The fields of a new file as the form begins: a signed copy, whose words are the body. */
export const newFileFields: AttachmentFields = {
  title: '',
  kind: 'signed_scan',
  textIs: 'body',
  text: '',
  links: [],
};

export function readFileForm(form: ReadonlyMap<string, string>): FileForm {
  const hashAt = (name: string): string | null => {
    const value = form.get(name) ?? '';
    return isFileHash(value) ? value : null;
  };
  const rows = [...form.keys()]
    .flatMap((name) => /^page\.(\d{1,3})$/.exec(name)?.[1] ?? [])
    .slice(0, MOST_ROWS);
  return {
    action: form.get('action') ?? '',
    lock: form.get('lock') ?? '',
    sha256: hashAt('sha256'),
    replaces: hashAt('replaces'),
    fields: {
      title: typedText(form, 'fileTitle'),
      kind: form.get('fileKind') ?? '',
      textIs: form.get('fileTextIs') ?? '',
      text: typedText(form, 'fileText'),
      links: rows.map((row) => ({
        page: typedText(form, `page.${row}`),
        provision: form.get(`provision.${row}`) ?? '',
      })),
    },
  };
}
