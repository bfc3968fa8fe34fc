import { asOfProblem } from '../i18n/as-of.ts';
import { type KnownAsOf, knowAsOf } from '../registry/know-as-of.ts';
import type { ApiContext, Outcome } from './operation.ts';
import { asOfParameter } from './usual-parameters.ts';

export type AskedAsOf =
  | { readonly kind: 'known'; readonly asOf: KnownAsOf }
  | { readonly kind: 'else'; readonly outcome: Outcome<never> };

/** As of when a list is asked: now where the address does not say. */
export async function askedAsOf(
  text: string | undefined,
  { register, now }: Pick<ApiContext, 'register' | 'now'>,
): Promise<AskedAsOf> {
  const known = await knowAsOf(register, text ?? null, now);
  if (known.kind === 'known') return known;
  if (known.kind === 'moved') {
    return { kind: 'else', outcome: { kind: 'moved', to: { asOf: known.text } } };
  }
  const error = { parameter: 'asOf', detail: asOfProblem(known), detailEn: asOfParameter.en };
  return { kind: 'else', outcome: { kind: 'wrong', errors: [error] } };
}
