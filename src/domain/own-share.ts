import type { CommitmentProgress, Promised, Reading, UnitProgress } from './commitment-progress.ts';
import { type Evidence, evidenceOn } from './evidence.ts';
import { firstDayOf } from './iso-date.ts';

/** What one reading of a commitment asks of one organisation. */
export type OwnReading = Pick<Reading, 'scope'> & {
  /** The party itself or its places; the one whole where everything is counted together. */
  readonly units: readonly UnitProgress[];
};

/** How an organisation stands toward a commitment, and what of it is its own doing. */
export type OwnShare = {
  readonly readings: readonly OwnReading[];
  /** Amounts of its own deeds, and of its forerunners', that are accepted. */
  readonly accepted: number;
  /** The same of deeds that wait to be decided. */
  readonly waiting: number;
};

/**
 * The part of a commitment that concerns one organisation.
 * @param evidence of the agreement
 * @param holder slug of the organisation as it is on the day of the progress
 */
export function ownShare(
  { commitment, roster, placesOf }: Promised,
  evidence: readonly Evidence[],
  { day, readings }: CommitmentProgress,
  holder: string,
): OwnShare {
  const own = new Set([holder, ...placesOf(holder)]);
  const deeds = evidence.flatMap((one) => {
    const isOwn = one.commitment === commitment.id && roster.holderOf(one.organisation, day) === holder;
    const standing = isOwn ? evidenceOn(one, day) : null;
    return standing !== null && firstDayOf(standing.facts.doneOn) <= day ? [standing] : [];
  });
  const sumOf = (state: 'accepted' | 'submitted') =>
    deeds.reduce((sum, deed) => (deed.state === state ? sum + deed.facts.amount : sum), 0);
  return {
    readings: readings.map(({ scope, units }) => ({
      scope,
      units: units.filter(({ unit }) => unit === null || own.has(unit)),
    })),
    accepted: sumOf('accepted'),
    waiting: sumOf('submitted'),
  };
}
