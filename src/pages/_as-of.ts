import type { AsOfNote, PageFiles } from '../components/as-of-note.ts';
import type { AsOf } from '../domain/as-of.ts';
import { asOfProblem } from '../i18n/as-of.ts';
import { type KnownAsOf, knowAsOf } from '../registry/know-as-of.ts';
import { formatAddressDate, formatInstant } from '../thai/format-date.ts';

/** As of when an address asks for a list. */
export type AskedAsOf =
  | { readonly kind: 'moved'; readonly address: string }
  | {
      readonly kind: 'here';
      /** Now, where the address does not say or says nothing that can be read. */
      readonly asOf: KnownAsOf;
      readonly isNow: boolean;
      /** A sentence about a date that means nothing here; null when there is none. */
      readonly problem: string | null;
    };

/** Reads `asOf` of an address. A date in another form leads to the same address with its fixed form. */
export async function askedAsOf(locals: App.Locals, url: URL): Promise<AskedAsOf> {
  const { register, now } = locals;
  const text = (url.searchParams.get('asOf') ?? '').trim();
  const known = await knowAsOf(register, text === '' ? null : text, now);
  switch (known.kind) {
    case 'known':
      return { kind: 'here', asOf: known.asOf, isNow: text === '', problem: null };
    case 'moved': {
      const params = new URLSearchParams(url.searchParams);
      params.set('asOf', known.text);
      return { kind: 'moved', address: `${url.pathname}?${params}` };
    }
    case 'not_understood':
    case 'not_yet':
    case 'before':
      return refused(locals, asOfProblem(known));
    default:
      return known satisfies never;
  }
}

const refused = async (locals: App.Locals, problem: string): Promise<AskedAsOf> => ({
  kind: 'here',
  asOf: await presentAsOf(locals),
  isNow: true,
  problem,
});

/** As of when something is that is told of now. */
export async function presentAsOf({ register, now }: App.Locals): Promise<KnownAsOf> {
  const known = await knowAsOf(register, null, now);
  if (known.kind !== 'known') throw new Error('the register always knows what it holds now');
  return known.asOf;
}

/**
 * The files of a page that is told of now alone.
 * @param addressOf the address of one of them, with this `asOf` or without one
 */
export const presentFiles = (
  asOf: KnownAsOf,
  addressOf: (extension: 'csv' | 'json', asOf?: string) => string,
): PageFiles => ({
  csv: addressOf('csv'),
  json: addressOf('json'),
  asOf: { label: asOfLabel(asOf), lasting: addressOf('csv', asOf.text) },
});

/** What a page says of as of when it is. @param addressOf its address with this `asOf`, or without one */
export const asOfNote = (
  { asOf, isNow, problem }: Extract<AskedAsOf, { kind: 'here' }>,
  addressOf: (asOf?: string) => string,
): AsOfNote => ({
  label: asOfLabel(asOf),
  asOf: isNow ? undefined : asOf.text,
  lasting: addressOf(asOf.text),
  present: addressOf(),
  problem,
});

/** As of when, in Thai: a day, or an instant with its time. */
export const asOfLabel = ({ text, until }: AsOf): string =>
  text.includes('T') ? formatInstant(until) : `สิ้นวันที่ ${formatAddressDate(text)}`;
