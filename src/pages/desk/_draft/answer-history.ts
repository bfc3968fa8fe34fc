import { addresses } from '../../../domain/addresses.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { type DraftHistory, openDraftHistory } from '../../../registry/open-draft-history.ts';
import { restoreRevision } from '../../../registry/restore-revision.ts';
import { statusOf } from '../../_status-of.ts';
import type { DraftRequest } from './draft-view.ts';

export type HistoryView =
  | { readonly kind: 'moved'; readonly to: string }
  | {
      readonly kind: 'history';
      readonly status: number;
      readonly history: DraftHistory;
      readonly refusal: Refusal | null;
    };

/**
 * The history of a draft; `?revision=` opens one version of it, the form's button brings it back. Null: there is no
 * draft that this officer may read.
 */
export async function answerHistory(
  request: DraftRequest,
  query: URLSearchParams,
  posted: ReadonlyMap<string, string> | null,
): Promise<HistoryView | null> {
  const { register, actor, name, now } = request;
  const version = versionIn((posted ? posted.get('revision') : query.get('revision')) ?? '');
  let refusal: Refusal | null = null;
  if (posted?.get('action') === 'restore') {
    const expectedVersion = versionIn(posted.get('version') ?? '') ?? 0;
    const restore = { expectedVersion, version: version ?? 0 };
    const restored = await restoreRevision(register, actor, name, restore, now);
    if (restored.ok) return { kind: 'moved', to: addresses.savedDraft(name, restored.value.version) };
    refusal = restored.refusal;
  }
  const opened = await openDraftHistory(register, actor, name, version);
  if (opened.ok) {
    return { kind: 'history', status: refusal ? statusOf(refusal) : 200, history: opened.value, refusal };
  }
  const list = version === null ? opened : await openDraftHistory(register, actor, name, null);
  if (!list.ok) return null;
  refusal ??= opened.refusal;
  return { kind: 'history', status: statusOf(refusal), history: list.value, refusal };
}

const versionIn = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
