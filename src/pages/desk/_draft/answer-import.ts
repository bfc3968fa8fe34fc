import { readFile } from 'node:fs/promises';
import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import {
  type ImportKind,
  type ImportNote,
  type ImportProblem,
  importMaximumBytes,
} from '../../../domain/imported-text.ts';
import type { Converter } from '../../../intake/create-converter.ts';
import { importText } from '../../../registry/import-text.ts';
import { openDeskWork } from '../../../registry/open-desk-work.ts';
import { type DraftPage, openDraft } from '../../../registry/open-draft.ts';
import { statusOf } from '../../_status-of.ts';
import { answerNews, type NewsView, showNews } from './answer-news.ts';
import type { DraftRequest } from './draft-view.ts';
import { type ImportForm, readImportForm } from './read-import-form.ts';

/** What the import page shows. */
export type ImportView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404 }
  | {
      readonly kind: 'start';
      readonly status: number;
      readonly page: DraftPage;
      readonly problem: ImportProblem | null;
      readonly html: string;
      readonly news: string;
      /** How many findings were just taken. */
      readonly taken: number;
    }
  | {
      readonly kind: 'preview';
      readonly status: number;
      readonly page: DraftPage;
      readonly body: string;
      readonly notes: readonly ImportNote[];
      readonly refusal: Refusal | null;
    }
  | Extract<NewsView, { kind: 'news' }>
  /** The draft went away while its import was looked at: the text is kept. */
  | { readonly kind: 'kept'; readonly status: 409; readonly body: string };

/** The import page as it is opened. Where no draft is open, the page of the draft says how to open one. */
export async function showImport(
  { register, actor, name }: DraftRequest,
  query: URLSearchParams,
): Promise<ImportView> {
  const draft = await openDraft(register, actor, name);
  const taken = Number(/^\d{1,3}$/.exec(query.get('taken') ?? '')?.[0] ?? 0);
  if (draft.ok) return { ...start(draft.value, null), taken };
  const work = await openDeskWork(register, actor, name);
  return work.ok ? { kind: 'moved', to: addresses.draft(name) } : { kind: 'not_found', status: 404 };
}

/** What a form of the import page is answered with. */
export async function answerImport(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
  file: Upload | undefined,
  converter: Converter,
): Promise<ImportView> {
  const { register, actor, name } = request;
  const form = readImportForm(posted);
  const draft = await openDraft(register, actor, name);
  if (!draft.ok) {
    const work = await openDeskWork(register, actor, name);
    return work.ok
      ? { kind: 'kept', status: 409, body: form.body || form.news }
      : { kind: 'not_found', status: 404 };
  }
  const page = draft.value;
  switch (form.action) {
    case 'read_file':
      return fromFile(page, converter, file);
    case 'read_html':
      return form.html.trim() === ''
        ? start(page, 'no_content')
        : preview(page, converter, 'html', Buffer.from(form.html), form.html);
    case 'replace':
    case 'append':
      return put(request, page, form, form.action);
    case 'read_news':
    case 'take':
      return news(request, page, form, posted);
    default:
      return { ...start(page, null), status: 400 };
  }
}

type Start = ImportView & { readonly kind: 'start' };

const start = (
  page: DraftPage,
  problem: ImportProblem | null,
  typed: { html?: string; news?: string } = {},
): Start => ({
  kind: 'start',
  status: problem === null ? 200 : 422,
  page,
  problem,
  html: typed.html ?? '',
  news: typed.news ?? '',
  taken: 0,
});

async function news(
  request: DraftRequest,
  page: DraftPage,
  form: ImportForm,
  posted: ReadonlyMap<string, string>,
): Promise<ImportView> {
  if (form.news.trim() === '') return start(page, 'no_content');
  const view =
    form.action === 'take'
      ? await answerNews(request, page, form, posted)
      : await showNews(request, page, form.news);
  return view.kind === 'too_long' ? start(page, 'text_too_long', { news: form.news }) : view;
}

type Upload = App.Locals['uploads'][number];

async function fromFile(
  page: DraftPage,
  converter: Converter,
  file: Upload | undefined,
): Promise<ImportView> {
  if (file === undefined || file.bytes === 0) return start(page, 'no_content');
  if (file.isTooLarge || file.bytes > importMaximumBytes) return start(page, 'too_large');
  const bytes = await readFile(file.path);
  return preview(page, converter, kindOf(file.fileName, bytes), bytes);
}

/** By what the file begins with; its name decides nothing but a web page, which begins with anything. */
function kindOf(name: string, bytes: Buffer): ImportKind {
  const isPage = /\.html?$/i.test(name) && !bytes.subarray(0, 2).equals(Buffer.from('PK'));
  return isPage ? 'html' : 'docx';
}

async function preview(
  page: DraftPage,
  { convert }: Converter,
  kind: ImportKind,
  bytes: Buffer,
  html = '',
): Promise<ImportView> {
  const imported = await convert(kind, bytes);
  if (!imported.ok) return start(page, imported.refusal, { html });
  const { markdown: body, notes } = imported.value;
  return { kind: 'preview', status: 200, page, body, notes, refusal: null };
}

async function put(
  request: DraftRequest,
  page: DraftPage,
  { version: expectedVersion, body }: ImportForm,
  place: 'replace' | 'append',
): Promise<ImportView> {
  const { register, actor, name, now } = request;
  const imported = await importText(register, actor, name, { expectedVersion, body, place }, now);
  if (imported.ok) return { kind: 'moved', to: addresses.savedDraft(name, imported.value.version) };
  const { refusal } = imported;
  return { kind: 'preview', status: statusOf(refusal), page, body, notes: [], refusal };
}
