import { hasBegun } from './iso-date.ts';

/** One body took the place of another, such as an อบต. that was upgraded to a เทศบาลตำบล. */
export type OrganisationSuccession = {
  /** Slugs of organisations of the register. */
  readonly predecessor: string;
  readonly successor: string;
  /** ISO date of the common era, as exact as it is stated: `2019`, `2019-05` or `2019-05-15`. */
  readonly date: string;
};

/**
 * The successions by which another body stands in the place of an organisation on a day, first to last; the
 * successor of the last one holds the place. Empty when nobody succeeded it by then. A body succeeds once: of several
 * records of one predecessor the earliest counts.
 * @param day YYYY-MM-DD in Thailand
 */
export function successionsUntil(
  slug: string,
  successions: readonly OrganisationSuccession[],
  day: string,
): readonly OrganisationSuccession[] {
  // Most bodies were never succeeded, and a list of hundreds is gone through for each of hundreds of parties.
  if (!successions.some(({ predecessor }) => predecessor === slug)) return [];
  const chain: OrganisationSuccession[] = [];
  const seen = new Set([slug]);
  for (let holder = slug; ; ) {
    const next = successions
      .filter(({ predecessor, date }) => predecessor === holder && hasBegun(date, day))
      .toSorted((a, b) => a.date.localeCompare(b.date))[0];
    if (next === undefined || seen.has(next.successor)) return chain;
    chain.push(next);
    seen.add(next.successor);
    holder = next.successor;
  }
}

/** Who holds the place of an organisation on a day: its last successor by then, or itself. */
export const successorOn = (
  slug: string,
  successions: readonly OrganisationSuccession[],
  day: string,
): string => successionsUntil(slug, successions, day).at(-1)?.successor ?? slug;
