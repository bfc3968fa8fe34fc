import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { applySection, atControls, formOf, keysOf } from '../../../facts/apply-section.ts';
import type { Found } from '../../../facts/form-choices.ts';
import type { Section } from '../../../facts/section.ts';
import { settleForm } from '../../../facts/settle-form.ts';
import { tellForm } from '../../../facts/tell-form.ts';
import { entriesOf, type Typed, withEntry, withGone, withMoved } from '../../../facts/typed.ts';
import { amendWork } from '../../../registry/amend-work.ts';
import { openDeskWork } from '../../../registry/open-desk-work.ts';
import { type FactsPage, openFacts } from '../../../registry/open-facts.ts';
import { saveFacts } from '../../../registry/save-facts.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from '../_draft/draft-view.ts';
import { choicesOf } from './choices-of.ts';
import type { FactsView } from './facts-view.ts';
import { findThings } from './find-things.ts';
import { type FactsAction, type PostedFacts, readFactsForm } from './read-facts-form.ts';

/** The page of a section as it is opened, or what its form asked for. Whatever is refused, everything typed comes back. */
export async function answerFacts(
  request: DraftRequest,
  section: Section,
  query: URLSearchParams,
  posted: ReadonlyMap<string, string> | null,
): Promise<FactsView> {
  const opened = await openFacts(request.register, request.actor, request.name);
  if (!opened.ok) return withoutDraft(request, section, posted);
  const page = opened.value;
  const fields = section.fields(page.draft.content);
  if (posted === null) {
    const isJustSaved = query.get('saved') === String(page.draft.version);
    return show(request, section, page, { typed: formOf(section, page.draft.content), isJustSaved });
  }
  const form = readFactsForm(posted, fields);
  if (form.action.kind === 'save') return save(request, section, page, form);
  if (form.action.kind === 'find') {
    const { typed, found } = await findThings(request.register, fields, form.typed);
    return show(request, section, page, { ...form, typed, found, opened: form.action.at });
  }
  if (form.action.kind === 'unknown') {
    return show(request, section, page, { typed: formOf(section, page.draft.content), status: 400 });
  }
  const { typed, opened: at } = edited(form.typed, form.action);
  return show(request, section, page, { ...form, typed, opened: at });
}

/** The form with one of its lists changed, and the entry to show open. */
function edited(typed: Typed, { kind, at }: FactsAction): { readonly typed: Typed; readonly opened: string } {
  const list = at.slice(0, at.lastIndexOf('.') + 1);
  const position = Number(at.slice(list.length));
  switch (kind) {
    case 'add': {
      // A value beside another one is what makes a fact disputed.
      const disputed = at.endsWith('~values')
        ? new Map([...typed, [at.replace(/values$/, 'state'), 'disputed']])
        : typed;
      return { typed: withEntry(disputed, at), opened: `${at}.${entriesOf(typed, at)}` };
    }
    case 'remove':
    case 'restore':
      return { typed: withGone(typed, at, kind === 'remove'), opened: at };
    case 'up':
      return { typed: withMoved(typed, at, -1), opened: `${list}${position - 1}` };
    case 'down':
      return { typed: withMoved(typed, at, 1), opened: `${list}${position + 1}` };
    default:
      return { typed, opened: '' };
  }
}

async function save(
  request: DraftRequest,
  section: Section,
  page: FactsPage,
  form: PostedFacts,
): Promise<FactsView> {
  const { register, actor, name, now } = request;
  const fields = section.fields(page.draft.content);
  const searched = await findThings(register, fields, form.typed);
  const typed = settleForm(fields, searched.typed);
  const saved = await saveFacts(
    register,
    actor,
    name,
    {
      keys: keysOf(section, page.draft.content),
      shown: form.shown,
      change: (content) => applySection(section, content, typed),
    },
    now,
  );
  if (saved.ok) {
    return { kind: 'moved', to: addresses.factsSection(name, section.key, saved.value.version) };
  }
  // The draft may have changed, or gone, since this page was opened.
  const opened = await openFacts(register, actor, name);
  if (!opened.ok) return gone(request, section, page, typed);
  const { refusal } = saved;
  const isTaken = refusal.code === 'draft_changed';
  const shown = isTaken
    ? opened.value.fingerprintOf(keysOf(section, opened.value.draft.content))
    : form.shown;
  return show(request, section, opened.value, {
    typed,
    found: searched.found,
    shown,
    refusal,
    status: statusOf(refusal),
    showsTheirs: isTaken,
  });
}

type Shown = {
  readonly typed: Typed;
  readonly shown?: string;
  readonly found?: ReadonlyMap<string, Found>;
  readonly opened?: string;
  readonly refusal?: Refusal;
  readonly status?: number;
  readonly isJustSaved?: boolean;
  readonly showsTheirs?: boolean;
};

async function show(
  request: DraftRequest,
  section: Section,
  page: FactsPage,
  { typed, refusal, found = new Map(), ...extra }: Shown,
): Promise<FactsView> {
  const { draft } = page;
  const fields = section.fields(draft.content);
  const stored = formOf(section, draft.content);
  const choices = await choicesOf(request, page, fields, new Map([...stored, ...typed]), found);
  const problems = refusal?.code === 'content_invalid' ? refusal.problems : [];
  const told = extra.showsTheirs === true ? tellForm(fields, stored, choices) : null;
  return {
    kind: 'form',
    status: extra.status ?? 200,
    page,
    form: {
      fields,
      typed,
      problems: atControls(section, draft.content, problems),
      choices,
      here: addresses.factsSection(request.name, section.key),
      opened: extra.opened ?? '',
    },
    shown: extra.shown ?? page.fingerprintOf(keysOf(section, draft.content)),
    refusal: refusal ?? null,
    isJustSaved: extra.isJustSaved ?? false,
    hasUnsaved: extra.shown !== undefined,
    theirs: told === null ? null : { told, name: draft.editedByName, at: draft.editedAt },
  };
}

/** Facts that were sent to a draft which is gone can be put into a new one. */
async function withoutDraft(
  request: DraftRequest,
  section: Section,
  posted: ReadonlyMap<string, string> | null,
): Promise<FactsView> {
  const { register, actor, name, now } = request;
  if (posted?.get('action') === 'reopen') {
    const amended = await amendWork(register, actor, name, now);
    const opened = amended.ok ? await openFacts(register, actor, name) : amended;
    if (!opened.ok) return { kind: 'not_found', status: 404 };
    const { typed } = readFactsForm(posted, section.fields(opened.value.draft.content));
    return show(request, section, opened.value, { typed, showsTheirs: true });
  }
  const work = await openDeskWork(register, actor, name);
  if (!work.ok) return { kind: 'not_found', status: 404 };
  return { kind: 'no_draft', status: posted === null ? 200 : 409, work: work.value, typed: posted, told: [] };
}

async function gone(
  request: DraftRequest,
  section: Section,
  page: FactsPage,
  typed: Typed,
): Promise<FactsView> {
  const { register, actor, name } = request;
  const work = await openDeskWork(register, actor, name);
  if (!work.ok) return { kind: 'not_found', status: 404 };
  const fields = section.fields(page.draft.content);
  const told = tellForm(fields, typed, await choicesOf(request, page, fields, typed));
  return { kind: 'no_draft', status: 409, work: work.value, typed, told };
}
