import type { Refusal } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/permission.ts';
import { upgradeOrganisation } from '../../../registry/upgrade-organisation.ts';
import { typedText } from '../../_read-form.ts';
import { statusOf } from '../../_status-of.ts';
import { dayOf } from './_answer-organisation.ts';

type TypedUpgrade = Readonly<Record<'kind' | 'name' | 'shortName' | 'slug' | 'on' | 'source', string>>;

export type UpgradeAnswer =
  | {
      readonly kind: 'upgraded';
      readonly slug: string;
      readonly status: 303;
      readonly refusal: null;
      readonly typed: null;
    }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly refusal: Refusal;
      /** What the form said, to be shown again. */
      readonly typed: TypedUpgrade;
    };

/** Records the upgrade that a form describes. */
export async function answerUpgrade(
  {
    register,
    now,
    actor,
    slug,
  }: Pick<App.Locals, 'register' | 'now'> & { readonly actor: Actor; readonly slug: string },
  posted: ReadonlyMap<string, string>,
): Promise<UpgradeAnswer> {
  const text = (name: string) => typedText(posted, name).trim();
  const typed: TypedUpgrade = {
    kind: text('kind'),
    name: text('name'),
    shortName: text('shortName'),
    slug: text('slug'),
    on: text('on'),
    source: text('source'),
  };
  const on = dayOf(typed.on);
  if (on === null) {
    return refuse({ code: 'content_invalid', problems: [{ field: 'on', reason: 'not_a_date' }] }, typed);
  }
  const upgrade = { ...typed, shortName: typed.shortName || null, source: typed.source || null, on };
  const done = await upgradeOrganisation(register, actor, slug, upgrade, now);
  if (!done.ok) return refuse(done.refusal, typed);
  return { kind: 'upgraded', slug: done.value.slug, status: 303, refusal: null, typed: null };
}

const refuse = (refusal: Refusal, typed: TypedUpgrade): UpgradeAnswer => ({
  kind: 'refused',
  status: statusOf(refusal),
  refusal,
  typed,
});
