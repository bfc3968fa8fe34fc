import type { Connection, Register } from '../../db/connection.ts';
import { listWorksEverIn } from '../../db/lists.ts';
import { findPlaceChain, findPlaceChains } from '../../db/places.ts';
import { type IsoDate, parseAddressDate } from '../domain/iso-date.ts';
import { codesUpward, isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { toArabicDigits } from '../thai/digits.ts';
import type { DescribedWork } from './steps/describe-works.ts';
import { type WorkOn, worksOn } from './steps/works-on.ts';

/** At most so many works are listed under each heading; a smaller place lists the rest. */
export const placeOnMaximum = 40;

export type PlaceOnDate =
  | { readonly kind: 'same_day'; readonly date: string }
  | {
      readonly kind: 'page';
      readonly chain: PlaceChain;
      /** The period as asked for, and its last day, which is the day that counts. */
      readonly date: string;
      readonly day: IsoDate;
      /** Works that stood in the place or inside it, each with its edition and standing of that day. */
      readonly works: readonly DescribedWork[];
      /** How many stood, also those past `placeOnMaximum`. */
      readonly total: number;
      /** The same of the district and province around it. */
      readonly above: readonly DescribedWork[];
      /** Works withdrawn by that day, with their last edition. */
      readonly withdrawn: readonly DescribedWork[];
      /** Works that may have stood: no source says since when. With the current edition. */
      readonly undated: readonly DescribedWork[];
    };

/**
 * Everything that stood in a place on a day, by adoption dates; a month or a year is asked about its last day.
 * Events without a date are left out of the standings of a past day. A Buddhist-era year or Thai digits lead to
 * the plain CE address. Refused: `date_not_understood`, `place_not_found`.
 */
export async function openPlaceOn(
  register: Register,
  code: string,
  text: string,
): Promise<Result<PlaceOnDate>> {
  const { read } = register;
  const parsed = parseAddressDate(toArabicDigits(text));
  if (!parsed) return refused({ code: 'date_not_understood', text });
  const chain = isPlaceCode(code) ? await findPlaceChain(read, code) : null;
  if (!chain) return refused({ code: 'place_not_found', placeCode: code });
  if (text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const day = parsed.lastDay;
  const around = codesUpward(code).slice(1);
  const there = async (where: Parameters<typeof listWorksEverIn>[1], isThere: (place: string) => boolean) =>
    (await worksOn(read, await listWorksEverIn(read, where), day)).filter(({ work }) =>
      work.card.places.some(isThere),
    );
  const here = await there({ inside: [code] }, (place) => place.startsWith(code));
  const wider = await there({ codes: around }, (place) => around.includes(place));
  const hereIds = new Set(here.map(({ work }) => work.workId));
  const ofKind = (found: readonly WorkOn[], kind: WorkOn['kind']) => found.filter((one) => one.kind === kind);
  const stood = ofKind(here, 'stood');
  return accepted({
    kind: 'page',
    chain,
    date: parsed.date,
    day,
    works: await describe(read, stood),
    total: stood.length,
    above: await describe(
      read,
      ofKind(wider, 'stood').filter(({ work }) => !hereIds.has(work.workId)),
    ),
    withdrawn: await describe(read, ofKind(here, 'withdrawn')),
    undated: await describe(read, ofKind(here, 'undated')),
  });
}

/** The first works, with where they stood and the names of their places. */
async function describe(read: Connection, found: readonly WorkOn[]): Promise<readonly DescribedWork[]> {
  const shown = found.slice(0, placeOnMaximum);
  const chains = await findPlaceChains(
    read,
    shown.flatMap(({ work }) => work.card.places),
  );
  return shown.map(({ work, standing }) => ({
    ...work,
    standing: standing(),
    places: work.card.places.flatMap((code) => [chains.get(code) ?? []]),
    possiblePlaces: [],
  }));
}
