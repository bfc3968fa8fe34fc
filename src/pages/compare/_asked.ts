import { schemes, termOfTopic } from '../../catalogue/schemes.ts';
import type { ConcordanceQuery } from '../../domain/addresses.ts';
import { mostPlaces } from '../../domain/concordance.ts';
import { type IsoDate, parseAddressDate } from '../../domain/iso-date.ts';
import type { PlaceChain } from '../../domain/place.ts';
import type { SchemeTerm } from '../../domain/scheme.ts';
import { findPlacesOfEach } from '../../registry/find-places.ts';
import { addressDateOf } from '../../thai/address-date.ts';

/** What the address of a concordance asks, read once for the page and its files. */
export type AskedConcordance =
  /** Names instead of codes, or a date in another form: the same question in its fixed form. */
  | { readonly kind: 'moved'; readonly query: ConcordanceQuery }
  | {
      readonly kind: 'here';
      readonly topic: string;
      readonly term: SchemeTerm | null;
      readonly places: readonly PlaceChain[];
      /** In its fixed form; null for today. */
      readonly on: string | null;
      readonly day: IsoDate | null;
      /** A name that several places have, with these. */
      readonly unclear: { readonly typed: string; readonly chains: readonly PlaceChain[] } | null;
      readonly typedDate: string;
      readonly problems: readonly string[];
    };

export async function askedConcordance(
  locals: App.Locals,
  params: URLSearchParams,
): Promise<AskedConcordance> {
  const topic = (params.get('topic') ?? '').trim();
  const term = termOfTopic(topic);
  const typed = [...new Set(params.getAll('place').map((text) => text.trim().slice(0, 100)))].filter(Boolean);
  const problems: string[] = [];
  if (topic !== '' && term === null) problems.push('ไม่พบประเด็นที่เลือก โปรดเลือกจากรายการ');
  const places: PlaceChain[] = [];
  let unclear: { typed: string; chains: readonly PlaceChain[] } | null = null;
  let isNamed = false;
  const read = typed.slice(0, mostPlaces);
  for (const [at, chains] of (await findPlacesOfEach(locals.register, read)).entries()) {
    const text = read[at] ?? '';
    const [only] = chains;
    if (only && chains.length === 1) {
      places.push(only);
      if (only[0]?.code !== text) isNamed = true;
    } else if (chains.length > 1) unclear ??= { typed: text, chains };
    else problems.push(`ไม่พบพื้นที่ “${text}” พิมพ์ชื่อตำบล อำเภอ หรือจังหวัด หรือรหัสพื้นที่`);
  }
  if (typed.length > mostPlaces) problems.push(`เทียบได้ไม่เกิน ${mostPlaces} พื้นที่ต่อครั้ง`);
  const typedDate = (params.get('on') ?? '').trim().slice(0, 80);
  const on = typedDate === '' ? null : addressDateOf(typedDate);
  if (typedDate !== '' && on === null)
    problems.push('อ่านวันที่ไม่ได้ พิมพ์วัน เดือน ปี หรือปีอย่างเดียว เช่น 1 มกราคม 2562');
  const isSettled = problems.length === 0 && unclear === null;
  if (isSettled && (isNamed || (on !== null && on !== typedDate))) {
    return { kind: 'moved', query: { topic, places: codesOf(places), on: on ?? undefined } };
  }
  const day = on === null ? null : (parseAddressDate(on)?.lastDay ?? null);
  return { kind: 'here', topic, term, places, on, day, unclear, typedDate, problems };
}

export const codesOf = (places: readonly PlaceChain[]): readonly string[] => [
  ...new Set(places.flatMap(([place]) => place?.code ?? [])),
];

/** The topics that can be chosen, those of the register first. */
export const topicChoices = schemes
  .filter(({ terms }) => terms.length > 0)
  .map(({ slug, title, terms }) => ({
    title,
    topics: terms.map(({ slug: own, label }) => ({ value: `${slug}/${own}`, label })),
  }));
