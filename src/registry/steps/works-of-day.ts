import type { Connection } from '../../../db/connection.ts';
import { listWorksEverIn } from '../../../db/lists.ts';
import { type IsoDate, parseAddressDate } from '../../domain/iso-date.ts';
import { codesUpward } from '../../domain/place.ts';
import { toArabicDigits } from '../../thai/digits.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { type WorkOn, worksOn } from './works-on.ts';

/** The works of a place on a day, under the headings of its page. */
export type WorksOfDay = {
  /** Those that stood in it or inside it. */
  readonly stood: readonly WorkOn[];
  /** Those that stood in the district and province around it. */
  readonly above: readonly WorkOn[];
  readonly withdrawn: readonly WorkOn[];
  /** They may have stood: no source says since when. */
  readonly undated: readonly WorkOn[];
};

/** Reads the day of an address, in either kind of digit; null when it is none. */
export const readDay = (text: string) => parseAddressDate(toArabicDigits(text));

/** @param asOf up to where the register counts; all of it unless told */
export async function worksOfDay(
  read: Connection,
  code: string,
  day: IsoDate,
  asOf: Partial<Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>> = {},
): Promise<WorksOfDay> {
  const around = codesUpward(code).slice(1);
  const there = async (where: Parameters<typeof listWorksEverIn>[1], isThere: (place: string) => boolean) =>
    (await worksOn(read, await listWorksEverIn(read, where, asOf.lastEdition), day, asOf)).filter(
      ({ work }) => work.card.places.some(isThere),
    );
  const here = await there({ inside: [code] }, (place) => place.startsWith(code));
  const wider = await there({ codes: around }, (place) => around.includes(place));
  const hereIds = new Set(here.map(({ work }) => work.workId));
  const ofKind = (found: readonly WorkOn[], kind: WorkOn['kind']) => found.filter((one) => one.kind === kind);
  return {
    stood: ofKind(here, 'stood'),
    above: ofKind(wider, 'stood').filter(({ work }) => !hereIds.has(work.workId)),
    withdrawn: ofKind(here, 'withdrawn'),
    undated: ofKind(here, 'undated'),
  };
}
