import type { Register } from '../../db/connection.ts';
import { findPlaceChain } from '../../db/places.ts';
import type { IsoDate } from '../domain/iso-date.ts';
import { isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { describeInTurns, type ExportedWork } from './steps/describe-exported.ts';
import { exportMaximum, readWorks } from './steps/read-works.ts';
import { worksAround } from './steps/works-around.ts';
import { readDay, type WorksOfDay, worksOfDay } from './steps/works-of-day.ts';

export { readDay } from './steps/works-of-day.ts';

export type ExportedPlace<Tie extends string> = {
  readonly chain: PlaceChain;
  /** The day of the standings. */
  readonly day: IsoDate;
  /** Works, also those past what one file holds. */
  readonly total: number;
  readonly works: readonly (ExportedWork & { readonly tie: Tie })[];
};

/**
 * The works of a place and those inside it as its list has them, those that may be of it, and those of the places above,
 * as of a moment. Refused: `place_not_found`.
 */
export async function exportPlace(
  register: Register,
  code: string,
  asOf: KnownAsOf,
): Promise<Result<ExportedPlace<'here' | 'possible' | 'above'>>> {
  const { read } = register;
  const chain = isPlaceCode(code) ? await findPlaceChain(read, code) : null;
  if (!chain) return refused({ code: 'place_not_found', placeCode: code });
  const part = { offset: 0, limit: exportMaximum };
  const here = await readWorks(register, { place: code }, 'title', asOf, part);
  const ids = new Set(here.works.map(({ workId }) => workId));
  const { possible, above } = await worksAround(read, code, ids, exportMaximum, asOf);
  return accepted({
    chain,
    day: asOf.day,
    total: here.total + possible.length + above.length,
    works: [
      ...here.works.map((work) => ({ ...work, tie: 'here' as const })),
      ...(await describeInTurns(read, tied(possible, 'possible'), asOf)),
      ...(await describeInTurns(read, tied(above, 'above'), asOf)),
    ],
  });
}

/**
 * The works of a place on a day, see `openPlaceOn`, with the editions and events that were known at a moment.
 * @param text the day, month or year; of a month or a year the last day
 * Refused: `date_not_understood`, `place_not_found`.
 */
export async function exportPlaceOn(
  { read }: Register,
  code: string,
  text: string,
  asOf: KnownAsOf,
): Promise<Result<ExportedPlace<keyof WorksOfDay>>> {
  const day = readDay(text)?.lastDay;
  if (day === undefined) return refused({ code: 'date_not_understood', text });
  const chain = isPlaceCode(code) ? await findPlaceChain(read, code) : null;
  if (!chain) return refused({ code: 'place_not_found', placeCode: code });
  const found = await worksOfDay(read, code, day, asOf);
  const ties = ['stood', 'above', 'withdrawn', 'undated'] as const;
  const all = ties.flatMap((tie) =>
    found[tie].map(({ work, standing: standingThen }) => ({ ...work, tie, standingThen })),
  );
  const works = await describeInTurns(read, all, asOf);
  return accepted({
    chain,
    day,
    total: works.length,
    works: works.map(({ standingThen, ...work }) => ({ ...work, standing: standingThen() })),
  });
}

const tied = <T, Tie extends string>(works: readonly T[], tie: Tie): readonly (T & { readonly tie: Tie })[] =>
  works.map((work) => ({ ...work, tie }));
