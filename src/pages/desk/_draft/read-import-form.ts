import { typedText } from '../../_read-form.ts';

/** What the pressed button of the import page asks for. */
export const importActions = ['read_file', 'read_html', 'replace', 'append', 'read_news', 'take'] as const;
export type ImportAction = (typeof importActions)[number];

export type ImportForm = {
  /** Null: a form that is not ours, or a body that is no form. */
  readonly action: ImportAction | null;
  /** Version of the draft that the form was opened with; 0 when it cannot be read, which fits none. */
  readonly version: number;
  /** HTML as it was pasted, with nothing put in order yet. */
  readonly html: string;
  /** The text as it is to go into the draft. */
  readonly body: string;
  /** News or minutes. */
  readonly news: string;
};

export function readImportForm(form: ReadonlyMap<string, string>): ImportForm {
  const version = form.get('version') ?? '';
  return {
    action: importActions.find((action) => action === form.get('action')) ?? null,
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0,
    html: form.get('html') ?? '',
    body: typedText(form, 'body'),
    news: typedText(form, 'news'),
  };
}
