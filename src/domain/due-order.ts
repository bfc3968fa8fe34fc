import type { Commitment } from './edition.ts';
import { givenValue } from './fact.ts';
import { type IsoDate, lastDayOf } from './iso-date.ts';
import type { OwnShare } from './own-share.ts';

/** True when nothing is left to do for an organisation, by any reading. */
export const isDone = ({ readings }: Pick<OwnShare, 'readings'>): boolean =>
  readings.every(({ units }) => units.length > 0 && units.every(({ state }) => state === 'complete'));

/** The last day on which it is in time; null when no date is given. */
export function lastDayToDo({ due }: Pick<Commitment, 'due'>): IsoDate | null {
  const written = givenValue(due);
  return written === null ? null : lastDayOf(written.end ?? written.start);
}

/** True when its day is over, or a year in which it was to be done, and something of it is left. */
export const isOverdue = ({ readings }: Pick<OwnShare, 'readings'>): boolean =>
  readings.some(({ units }) => units.some(({ state }) => state === 'overdue'));

type Due = { readonly commitment: Pick<Commitment, 'due'>; readonly share: Pick<OwnShare, 'readings'> };

/** What is overdue first, then by the day on which it is due; what has no day comes last. */
export const byDue = <One extends Due>(all: readonly One[]): readonly One[] => {
  const place = ({ commitment, share }: Due): string =>
    `${isOverdue(share) ? 0 : 1} ${lastDayToDo(commitment) ?? '9999'}`;
  return all.toSorted((a, b) => place(a).localeCompare(place(b)));
};
