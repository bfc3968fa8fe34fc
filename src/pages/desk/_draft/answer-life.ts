import { documentType } from '../../../catalogue/index.ts';
import { addresses } from '../../../domain/addresses.ts';
import type { FieldProblem, Refusal } from '../../../domain/errors.ts';
import { type Result, refused } from '../../../domain/result.ts';
import { type LifePage, openLife } from '../../../registry/open-life.ts';
import { recordEvent, type TypedEvent } from '../../../registry/record-event.ts';
import { takeOutEdition } from '../../../registry/take-out-edition.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import type { Confirmation } from '../_confirm.ts';
import type { DraftRequest } from './draft-view.ts';

/** What was typed into the forms of a work's life, as it comes back. */
export type LifeFields = {
  readonly eventKind: string;
  readonly eventDate: string;
  readonly eventNote: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly withdrawDate: string;
  readonly withdrawReason: string;
  readonly editionNumber: string;
  readonly errorReason: string;
};

export type LifeView =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not_found'; readonly status: 404 }
  | { readonly kind: 'confirm'; readonly status: number; readonly confirmation: Confirmation }
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: LifePage;
      readonly fields: LifeFields;
      /** The button that was pressed, whose form gets the problems. */
      readonly pressed: string;
      readonly refusal: Refusal | null;
      readonly problems: readonly FieldProblem[];
    };

/** The page as it is opened, or again with what was typed and why nothing was done. */
export async function showLife(
  { register, actor, name, now }: DraftRequest,
  posted: ReadonlyMap<string, string> = new Map(),
  refusal: Refusal | null = null,
): Promise<LifeView> {
  const opened = await openLife(register, actor, name, now);
  if (!opened.ok) return { kind: 'not_found', status: 404 };
  if (refusal?.code === 'not_permitted') return { kind: 'refused', status: 403, refusal };
  const text = (field: string) => typedText(posted, field);
  return {
    kind: 'page',
    status: refusal ? statusOf(refusal) : 200,
    page: opened.value,
    fields: {
      eventKind: text('eventKind'),
      eventDate: text('eventDate'),
      eventNote: text('eventNote'),
      sourceTitle: text('sourceTitle'),
      sourceUrl: text('sourceUrl'),
      withdrawDate: text('withdrawDate'),
      withdrawReason: text('withdrawReason'),
      editionNumber: text('editionNumber'),
      errorReason: text('errorReason'),
    },
    pressed: posted.get('action') ?? '',
    refusal,
    problems: refusal?.code === 'content_invalid' ? refusal.problems : [],
  };
}

/** What changes at once what everybody may read: the password must have been typed lately. */
const isSensitive = (action: string | undefined): boolean =>
  action === 'withdraw' || action === 'reinstate' || action === 'take_out';

/**
 * Records what happened, withdraws, takes a withdrawal back, or takes an edition out of the public.
 * @param confirm what stands before a form that needs a password typed lately; null when nothing does
 */
export async function answerLife(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
  confirm: () => Promise<Confirmation | null>,
): Promise<LifeView> {
  if (isSensitive(posted.get('action'))) {
    const { register, actor, name, now } = request;
    const page = await openLife(register, actor, name, now);
    // Whoever may not do it is told so, and is not asked for a password.
    const confirmation = page.ok && page.value.mayPublish ? await confirm() : null;
    if (confirmation) {
      const status = confirmation.refusal ? statusOf(confirmation.refusal) : 200;
      return { kind: 'confirm', status, confirmation };
    }
  }
  const done = await doAsAsked(request, posted);
  if (done === null) {
    const view = await showLife(request, posted);
    return view.kind === 'page' ? { ...view, status: 400 } : view;
  }
  if (!done.ok) return showLife(request, posted, done.refusal);
  request.searchIndex.requestIndex();
  return { kind: 'moved', to: `${addresses.draftSection(request.name, 'life')}#timeline` };
}

async function doAsAsked(
  request: DraftRequest,
  posted: ReadonlyMap<string, string>,
): Promise<Result<null> | null> {
  const { register, actor, name, now } = request;
  const text = (field: string) => typedText(posted, field);
  const position = posted.get('position') ?? '';
  const action = posted.get('action');
  switch (action) {
    case 'record': {
      const kind = recordable(name.type).find((one) => one === text('eventKind'));
      if (kind === undefined) {
        const page = await openLife(register, actor, name, now);
        if (page.ok && !page.value.mayPublish) return refused({ code: 'not_permitted' });
        return refused({
          code: 'content_invalid',
          problems: [{ field: 'eventKind', reason: 'not_in_list' }],
        });
      }
      const typed = {
        kind,
        date: text('eventDate'),
        note: text('eventNote'),
        sourceTitle: text('sourceTitle'),
        sourceUrl: text('sourceUrl'),
      };
      return recordEvent(register, actor, name, { typed, position }, now);
    }
    case 'withdraw':
    case 'reinstate': {
      const kind = action === 'withdraw' ? 'withdrawn' : 'reinstated';
      const [date, note] = [text('withdrawDate'), text('withdrawReason')];
      const typed = { kind, date, note, sourceTitle: '', sourceUrl: '' } as const;
      const done = await recordEvent(register, actor, name, { typed, position }, now);
      return atFields(done, { eventDate: 'withdrawDate', reason: 'withdrawReason' });
    }
    case 'take_out': {
      const number = Number(/^[1-9]\d{0,5}$/.exec(text('editionNumber'))?.[0] ?? '0');
      const deed = { number, reason: text('errorReason'), position };
      const done = await takeOutEdition(register, actor, name, deed, now);
      if (!done.ok && done.refusal.code === 'edition_not_found') {
        const problems = [{ field: 'editionNumber', reason: 'not_in_list' }] as const;
        return refused({ code: 'content_invalid', problems });
      }
      return atFields(done, { reason: 'errorReason' });
    }
    default:
      return null;
  }
}

/** Events that an officer records for a type of work; withdrawals have a form of their own. */
export const recordable = (type: DraftRequest['name']['type']): readonly TypedEvent['kind'][] =>
  documentType(type).events.flatMap((kind) =>
    kind === 'withdrawn' || kind === 'reinstated' || kind === 'published_in_error' ? [] : kind,
  );

/** The problems of a refusal at the fields of the form that was sent. */
function atFields(done: Result<null>, names: Readonly<Record<string, string>>): Result<null> {
  if (done.ok || done.refusal.code !== 'content_invalid') return done;
  const problems = done.refusal.problems.map((one) => ({ ...one, field: names[one.field] ?? one.field }));
  return refused({ code: 'content_invalid', problems });
}
