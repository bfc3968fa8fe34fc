import type { Register } from '../../db/connection.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findPlacesOfWorks } from '../../db/suggestions.ts';
import { addresses } from '../domain/addresses.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { codesUpward, type PlaceChain, type PlaceLevel } from '../domain/place.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import { findNamed } from '../domain/suggestion.ts';
import type { WorkType } from '../domain/work.ts';
import { beginsName, toNameKey } from '../thai/name-key.ts';
import { toDisplayForm } from '../thai/normal-form.ts';
import { type NameList, namesOf, type PlaceName, type TopicName, type WorkTitle } from './steps/name-list.ts';
import { withdrawnWorkIds } from './steps/withdrawn-works.ts';

/** At most so many pages are offered. */
export const mostSuggestions = 8;
/** A longer text is a question for search, not the beginning of a name. */
const longestText = 100;
const share = { places: 4, works: 4, topics: 2 } as const;

/** A page of the register whose name someone may be typing. */
export type SuggestedPage =
  | { readonly kind: 'place'; readonly label: string; readonly href: string }
  | {
      readonly kind: 'work';
      readonly label: string;
      readonly type: WorkType;
      /** Of the first place it states; '' when it states none. */
      readonly placeLine: string;
      readonly href: string;
    }
  | { readonly kind: 'topic'; readonly label: string; readonly schemeTitle: string; readonly href: string };

/**
 * The places, works and topics whose names are, begin with, or hold what is being typed, in this order and each in
 * Thai order; what has something to read comes first. At most eight, places before works before topics. Empty for a
 * text that is too short or too long to be the beginning of a name. Withdrawn works are left out.
 */
export async function suggestPages(
  register: Register,
  typed: string,
  now: Instant,
): Promise<readonly SuggestedPage[]> {
  const text = toDisplayForm(typed.slice(0, longestText + 1)).trim();
  const key = toNameKey(text);
  if (!beginsName(key) || text.length > longestText) return [];
  const names = await namesOf(register);
  const places = findPlaces(names, text);
  const withdrawn = withdrawnWorkIds(names.withdrawals, dayInThailand(now));
  const works = findNamed(names.works, key, mostSuggestions, ({ workId }) => !withdrawn.has(workId));
  const topics = findNamed(names.topics, key, mostSuggestions);
  const room = shareOut([places.length, works.length, topics.length]);
  return describe(register, places.slice(0, room[0]), works.slice(0, room[1]), topics.slice(0, room[2]));
}

/** Each kind gets its share; what one leaves is given to the others in turn. */
function shareOut(found: readonly [number, number, number]): readonly [number, number, number] {
  const wanted = [share.places, share.works, share.topics] as const;
  const room: [number, number, number] = [0, 0, 0];
  for (const index of [2, 0, 1] as const) {
    const left = mostSuggestions - room[0] - room[1] - room[2];
    room[index] = Math.min(found[index], wanted[index], left);
  }
  for (const index of [0, 1, 2] as const) {
    const left = mostSuggestions - room[0] - room[1] - room[2];
    room[index] = Math.min(found[index], room[index] + left);
  }
  return room;
}

/** "ต. ไผ่": the word for a kind of place belongs to what follows. */
const partedPrefix = /(^|\s)(ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s+/gu;

const prefixes: readonly (readonly [RegExp, PlaceLevel])[] = [
  [/^(?:ตำบล|ต\.|แขวง)\s*/u, 'tambon'],
  [/^(?:อำเภอ|อ\.|เขต)\s*/u, 'district'],
  [/^(?:จังหวัด|จ\.)\s*/u, 'province'],
  [/^(?:หมู่บ้าน|บ้าน)\s*/u, 'village'],
];

/** "ต.สันป่าม่วง พะเยา": a name with or without its kind before it, and names of places above it after it. */
function findPlaces({ places, placeKeys }: NameList, text: string): readonly PlaceName[] {
  const [first = '', ...above] = text.replaceAll(partedPrefix, '$1$2').split(/\s+/u);
  const aboveKeys = above.map((word) => toNameKey(withoutPrefix(word).name)).filter((key) => key !== '');
  const isInside = ({ code }: PlaceName): boolean =>
    aboveKeys.every((key) =>
      codesUpward(code)
        .slice(1)
        .some((upper) => placeKeys.get(upper)?.startsWith(key)),
    );
  const whole = findNamed(places, toNameKey(text), mostSuggestions);
  const { name, level } = withoutPrefix(first);
  const key = toNameKey(name);
  if (!beginsName(key) || (level === null && aboveKeys.length === 0)) return whole;
  const isMeant = (place: PlaceName): boolean => (level === null || place.level === level) && isInside(place);
  return [...new Set([...whole, ...findNamed(places, key, mostSuggestions, isMeant)])];
}

function withoutPrefix(word: string): { readonly name: string; readonly level: PlaceLevel | null } {
  for (const [pattern, level] of prefixes) {
    if (pattern.test(word)) return { name: word.replace(pattern, ''), level };
  }
  return { name: word, level: null };
}

async function describe(
  { read }: Register,
  places: readonly PlaceName[],
  works: readonly WorkTitle[],
  topics: readonly TopicName[],
): Promise<readonly SuggestedPage[]> {
  const placesOf = await findPlacesOfWorks(
    read,
    works.map(({ workId }) => workId),
  );
  const firstPlace = ({ workId }: WorkTitle): string => placesOf.get(workId)?.[0] ?? '';
  const codes = [...places.map(({ code }) => code), ...works.map(firstPlace)];
  const chains = await findPlaceChains(read, codes);
  const lineOf = (code: string): string => lineOfChain(chains.get(code));
  return [
    ...places.map(({ code }) => ({
      kind: 'place' as const,
      label: lineOf(code),
      href: addresses.place(code),
    })),
    ...works.map((work) => ({
      kind: 'work' as const,
      label: work.title,
      type: work.type,
      placeLine: lineOf(firstPlace(work)),
      href: addresses.work(work),
    })),
    ...topics.map(({ topic, label, schemeTitle }) => ({
      kind: 'topic' as const,
      label,
      schemeTitle,
      href: addresses.topic(topic),
    })),
  ];
}

const lineOfChain = (chain: PlaceChain | undefined): string =>
  chain === undefined ? '' : shortPlaceLine(chain);
