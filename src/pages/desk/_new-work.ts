import type { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/permission.ts';
import type { WorkName } from '../../domain/work.ts';
import { type NewWork, openNewWork } from '../../registry/open-new-work.ts';
import { typedText } from '../_read-form.ts';
import { statusOf } from '../_status-of.ts';

export type NewWorkAnswer =
  | { readonly kind: 'opened'; readonly work: WorkName }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly refusal: Refusal;
      /** What the form said, to be shown again. */
      readonly typed: NewWork;
    };

/** Opens the work that a form describes. */
export async function answerNewWork(
  { register, now }: Pick<App.Locals, 'register' | 'now'>,
  actor: Actor,
  form: ReadonlyMap<string, string>,
): Promise<NewWorkAnswer> {
  const typed: NewWork = {
    type: typedText(form, 'type'),
    slug: typedText(form, 'slug').trim(),
    title: typedText(form, 'title'),
    steward: typedText(form, 'steward'),
  };
  const opened = await openNewWork(register, actor, typed, now);
  if (opened.ok) return { kind: 'opened', work: opened.value };
  const refusal = atItsField(opened.refusal);
  return { kind: 'refused', status: statusOf(opened.refusal), refusal, typed };
}

/** An address that is taken is shown at the field where another can be typed. */
const atItsField = (refusal: Refusal): Refusal =>
  refusal.code === 'work_exists'
    ? { code: 'content_invalid', problems: [{ field: 'slug', reason: 'duplicate' }] }
    : refusal;
