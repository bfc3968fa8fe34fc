import { givenValue } from './fact.ts';
import { firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';
import type { DatedEdition } from './timeline.ts';

type AdoptedEdition = Pick<DatedEdition, 'number' | 'adopted'>;

/**
 * The numbers of the editions that became current, in that order. Numbers are the register's own, so an older
 * text may be entered after a younger one: an edition whose adoption lies wholly before one that was current
 * already never becomes current. One whose adoption is not stated follows the one before it.
 */
export function succession(editions: readonly AdoptedEdition[]): readonly number[] {
  const numbers: number[] = [];
  let latest: IsoDate | null = null;
  for (const edition of editions.toSorted((a, b) => a.number - b.number)) {
    const adopted = givenValue(edition.adopted);
    if (adopted !== null && latest !== null && lastDayOf(adopted.end ?? adopted.start) < latest) continue;
    if (adopted !== null) latest = firstDayOf(adopted.start);
    numbers.push(edition.number);
  }
  return numbers;
}

/** The number of the current edition: the last that became current; null without editions. */
export function currentEdition(editions: readonly AdoptedEdition[]): number | null {
  return succession(editions).at(-1) ?? null;
}

/** The number that the next edition of a work gets. */
export const nextNumber = (editions: readonly { readonly number: number }[]): number =>
  Math.max(0, ...editions.map((edition) => edition.number)) + 1;

/**
 * The edition that stood on a day: the current one among those whose adoption (or, when no adoption
 * date is stated, whose publication in the register) had begun by then. Null before the first.
 */
export function editionOn(editions: readonly DatedEdition[], on: string): number | null {
  return currentEdition(editions.filter((edition) => beganOn(edition) <= on));
}

/** The day on which an edition began: of its adoption or, where none is stated, of its publication in the register. */
export const beganOn = ({ adopted, publishedOn }: DatedEdition): IsoDate =>
  firstDayOf(givenValue(adopted)?.start ?? publishedOn);
