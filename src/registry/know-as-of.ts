import type { Register } from '../../db/connection.ts';
import { findMoment, findOuterMoments } from '../../db/moments.ts';
import { readAsOf } from '../domain/as-of.ts';
import type { Instant } from '../domain/iso-date.ts';
import { asOfNow, type KnownAsOf, knownAt } from './steps/as-of-now.ts';

export type { KnownAsOf } from './steps/as-of-now.ts';

export type AsOfAnswer =
  | { readonly kind: 'known'; readonly asOf: KnownAsOf }
  /** The same moment has another, fixed form. */
  | { readonly kind: 'moved'; readonly text: string }
  | { readonly kind: 'not_understood' }
  /** Nobody can say yet what the register will hold. */
  | { readonly kind: 'not_yet' }
  /** The register held nothing before `first`. */
  | { readonly kind: 'before'; readonly first: Instant };

/**
 * Reads as of when a list is asked, see `readAsOf`, and finds what the register held then.
 * @param text null for now
 */
export async function knowAsOf(register: Register, text: string | null, now: Instant): Promise<AsOfAnswer> {
  if (text === null) return { kind: 'known', asOf: await asOfNow(register, now) };
  const asked = readAsOf(text, now);
  if (asked === null) return { kind: 'not_understood' };
  if (asked === 'now') return { kind: 'moved', text: (await asOfNow(register, now)).text };
  const outer = await findOuterMoments(register.read);
  if (asked.until > now && asked.until > (outer?.last.at ?? '')) return { kind: 'not_yet' };
  if (text.replace(' ', '+') !== asked.text) return { kind: 'moved', text: asked.text };
  const moment = await findMoment(register.read, asked.until);
  if (moment === null && outer !== null) return { kind: 'before', first: outer.first.at };
  return { kind: 'known', asOf: { ...asked, ...knownAt(moment) } };
}
