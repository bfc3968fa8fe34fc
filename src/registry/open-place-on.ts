import type { Connection, Register } from '../../db/connection.ts';
import { findPlaceChain, findPlaceChains } from '../../db/places.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import { isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { DescribedWork } from './steps/describe-works.ts';
import { readDay, worksOfDay } from './steps/works-of-day.ts';
import type { WorkOn } from './steps/works-on.ts';

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
  const parsed = readDay(text);
  if (!parsed) return refused({ code: 'date_not_understood', text });
  const chain = isPlaceCode(code) ? await findPlaceChain(read, code) : null;
  if (!chain) return refused({ code: 'place_not_found', placeCode: code });
  if (text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const day = parsed.lastDay;
  const { stood, above, withdrawn, undated } = await worksOfDay(read, code, day);
  return accepted({
    kind: 'page',
    chain,
    date: parsed.date,
    day,
    works: await describe(read, stood),
    total: stood.length,
    above: await describe(read, above),
    withdrawn: await describe(read, withdrawn),
    undated: await describe(read, undated),
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
