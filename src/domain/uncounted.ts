import type { Promised, Reading, UnitProgress } from './commitment-progress.ts';
import { type Evidence, evidenceOn, type StandingEvidence } from './evidence.ts';
import { firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';

/** Why a deed that was accepted is not in a number. */
export const uncountedReasons = [
  'not_yet',
  'not_a_party',
  'withdrawn',
  'unplaced',
  'outside',
  'other_year',
] as const;
export type UncountedReason = (typeof uncountedReasons)[number];

export type UncountedDeed = { readonly id: string; readonly reason: UncountedReason };

/**
 * The accepted deeds that a reading does not count, each with the reason, in the order of the evidence.
 * @param evidence of the agreement
 */
export function uncountedDeeds(
  promised: Promised,
  evidence: readonly Evidence[],
  reading: Reading,
  day: IsoDate,
): readonly UncountedDeed[] {
  const counted = new Set(reading.units.flatMap(evidenceOf));
  return evidence.flatMap((one) => {
    if (one.commitment !== promised.commitment.id || counted.has(one.id)) return [];
    const standing = evidenceOn(one, day);
    if (standing?.state !== 'accepted') return [];
    return [{ id: one.id, reason: reasonOf(promised, standing, reading, day) }];
  });
}

/** What a number of a unit was made of: of what is counted every year, the deeds of these years. */
const evidenceOf = ({ evidence, years }: UnitProgress): readonly string[] =>
  years.length === 0 ? evidence : years.flatMap((year) => year.evidence);

function reasonOf(
  { roster }: Promised,
  { id, organisation, facts }: StandingEvidence,
  { scope, units, unplaced }: Reading,
  day: IsoDate,
): UncountedReason {
  if (firstDayOf(facts.doneOn) > day) return 'not_yet';
  if (units.some(({ evidence }) => evidence.includes(id))) return 'other_year';
  const last = lastDayOf(facts.doneOn);
  if (!roster.isParty(organisation, last < day ? last : day)) return 'not_a_party';
  if (unplaced.includes(id)) return 'unplaced';
  return scope === 'each_party' ? 'withdrawn' : 'outside';
}
