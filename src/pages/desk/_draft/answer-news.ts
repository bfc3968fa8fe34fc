import { addresses } from '../../../domain/addresses.ts';
import { bodyMaximumBytes } from '../../../domain/draft.ts';
import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import type { Taken } from '../../../domain/take-findings.ts';
import type { DraftPage } from '../../../registry/open-draft.ts';
import { type NewsReading, readNews } from '../../../registry/read-news.ts';
import { takeFromNews } from '../../../registry/take-from-news.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from './draft-view.ts';
import { readSourceForm } from './read-source-form.ts';

/** What a text of news says, or that it was too long to read. */
export type NewsView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'too_long' }
  | {
      readonly kind: 'news';
      readonly status: number;
      readonly page: DraftPage;
      readonly text: string;
      readonly news: NewsReading;
      readonly posted: ReadonlyMap<string, string> | null;
      readonly refusal: Refusal | null;
    };

/** The same text always gives the same findings, so that nothing is kept between two pages but the text itself. */
export async function showNews({ register }: DraftRequest, page: DraftPage, text: string): Promise<NewsView> {
  if (new TextEncoder().encode(text).length > bodyMaximumBytes) return { kind: 'too_long' };
  const news = await readNews(register, text);
  return { kind: 'news', status: 200, page, text, news, posted: null, refusal: null };
}

/** Puts what was ticked into the draft. Refused, the form comes back as it was sent. */
export async function answerNews(
  request: DraftRequest,
  page: DraftPage,
  form: { readonly version: number; readonly news: string },
  posted: ReadonlyMap<string, string>,
): Promise<NewsView> {
  const view = await showNews(request, page, form.news);
  if (view.kind !== 'news') return view;
  const { register, actor, name, now } = request;
  const back = (refusal: Refusal): NewsView => ({ ...view, posted, refusal, status: statusOf(refusal) });
  const source = readSourceForm(posted, page.draft.content.sources);
  const taken = view.news.reading.findings.flatMap((finding): readonly Taken[] => {
    const value = (field: string): string => typedText(posted, `${field}.${finding.id}`);
    if (value('take') !== 'yes') return [];
    return [{ finding, as: value('as'), slug: value('slug'), metric: value('metric') }];
  });
  const problems: FieldProblem[] = source.ok ? [] : [...source.refusal];
  if (taken.length === 0) problems.push({ field: 'findings', reason: 'required' });
  if (!source.ok || problems.length > 0) return back({ code: 'content_invalid', problems });
  const news = { expectedVersion: form.version, source: source.value, taken };
  const stored = await takeFromNews(register, actor, name, news, now);
  if (!stored.ok) return back(stored.refusal);
  return { kind: 'moved', to: `${addresses.draftSection(name, 'import')}?taken=${taken.length}` };
}
