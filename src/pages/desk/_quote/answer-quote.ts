import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { isSlug, isWorkType } from '../../../domain/work.ts';
import { type EditionPage, openEdition } from '../../../registry/open-edition.ts';
import { type FactsPage, openFacts } from '../../../registry/open-facts.ts';
import { quoteProvision, quotingKinds } from '../../../registry/quote-provision.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from '../_draft/draft-view.ts';

/** What the page for quoting shows: the search, the provisions of one work, or one of them to be taken over. */
export type QuoteView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404 }
  | { readonly kind: 'search'; readonly status: 200; readonly page: FactsPage }
  | {
      readonly kind: 'work' | 'provision';
      readonly status: number;
      readonly page: FactsPage;
      readonly source: EditionPage;
      readonly eid: string;
      readonly refusal: Refusal | null;
      readonly typed: { readonly as: string; readonly after: string; readonly kind: string };
    };

/** The page for quoting as its address asks for it, or what its form asks for. */
export async function answerQuote(
  request: DraftRequest,
  query: URLSearchParams,
  posted: ReadonlyMap<string, string> | null,
): Promise<QuoteView> {
  const opened = await openFacts(request.register, request.actor, request.name);
  if (!opened.ok) return { kind: 'not_found', status: 404 };
  const page = opened.value;
  const read = (name: string) => (posted ? typedText(posted, name) : (query.get(name) ?? '')).trim();
  const source = await sourceOf(request, read('from'), read('edition'));
  if (!source) return { kind: 'search', status: 200, page };
  const eid = read('eid');
  const kind = source.provisions.some((one) => one.eid === eid) ? 'provision' : 'work';
  const typed = { as: read('as'), after: read('after'), kind: read('kind') };
  const view = { kind, status: 200, page, source, eid, refusal: null, typed } as const;
  if (!posted || kind === 'work') return view;
  const version = posted.get('version') ?? '';
  const quoted = await quoteProvision(
    request.register,
    request.actor,
    request.name,
    {
      expectedVersion: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0,
      source: source.manifest,
      eid,
      as: typed.as === 'provision' && mayBeProvision(source, eid) ? 'provision' : 'quotation',
      after: typed.after === '' ? null : typed.after,
      kind: quotingKinds.find((one) => one === typed.kind) ?? 'cites',
    },
    request.now,
  );
  if (quoted.ok) return { kind: 'moved', to: addresses.savedDraft(request.name, quoted.value.version) };
  // The draft changed since: the page is made anew with the parts that it has now, and what was chosen.
  const again = await openFacts(request.register, request.actor, request.name);
  if (!again.ok) return { kind: 'not_found', status: 404 };
  return { ...view, page: again.value, refusal: quoted.refusal, status: statusOf(quoted.refusal) };
}

/** A ข้อ becomes a ข้อ; a chapter, a heading or a paragraph is quoted as it is. */
export const mayBeProvision = ({ provisions }: Pick<EditionPage, 'provisions'>, eid: string): boolean =>
  provisions.some((one) => one.eid === eid && (one.kind === 'clause' || one.kind === 'paragraph'));

/** The edition that is quoted: the named one of a work that still stands, else its current one. */
async function sourceOf(
  { register, now }: DraftRequest,
  from: string,
  edition: string,
): Promise<EditionPage | null> {
  const [type = '', slug = ''] = from.split('/');
  if (!isWorkType(type) || !isSlug(slug)) return null;
  const number = /^[1-9]\d{0,3}$/.test(edition) ? Number(edition) : 'current';
  const opened = await openEdition(register, { type, slug }, number, now);
  return opened.ok && opened.value.withdrawal === null ? opened.value : null;
}
