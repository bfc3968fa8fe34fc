import { type Measure, measureOf, type ProgressState, summary } from './commitment-measure.ts';
import type { Commitment } from './edition.ts';
import { type Evidence, evidenceOn, type StandingEvidence } from './evidence.ts';
import { firstDayOf, type IsoDate, lastDayOf } from './iso-date.ts';
import { type PartyRoster, promisingRoles } from './party-roster.ts';

/** What a commitment is counted against. */
export type Promised = {
  readonly commitment: Commitment;
  /** The parties by the edition of the agreement that stands on the day; one roster serves all its commitments. */
  readonly roster: PartyRoster;
  /** Codes of the places that an organisation covers. */
  readonly placesOf: (organisation: string) => readonly string[];
};

export type UnitProgress = Measure & {
  /** Slug of the party or code of the place; null where everything is counted together. */
  readonly unit: string | null;
};

/** A commitment counted by one reading of its scope. */
export type Reading = {
  readonly scope: Commitment['scope'][number];
  readonly state: ProgressState;
  /** The parties or places that are counted each by itself, or the one whole. */
  readonly units: readonly UnitProgress[];
  readonly complete: number;
  /** True while a source claims parties that nobody names: what is counted each by itself cannot be complete. */
  readonly hasUnnamed: boolean;
  /** Ids of deeds whose place is not stated and cannot be told from who did them. */
  readonly unplaced: readonly string[];
};

export type CommitmentProgress = {
  readonly day: IsoDate;
  /** Every reading that the source leaves open. None is chosen. */
  readonly readings: readonly Reading[];
  /** Null while the readings come to different states. */
  readonly state: ProgressState | null;
};

/**
 * How far a commitment is kept on a day, counted from evidence and never typed in. A deed counts once it is accepted,
 * when it was done by that day and by a party of that time: what a party did before it withdrew stays with the
 * network, what its forerunner did stays with the successor. Nothing is stored.
 */
export function commitmentProgress(
  promised: Promised,
  evidence: readonly Evidence[],
  day: IsoDate,
): CommitmentProgress {
  const { commitment } = promised;
  const standing = evidence.flatMap((one) => {
    const on = one.commitment === commitment.id ? evidenceOn(one, day) : null;
    return on !== null && on.state !== 'returned' && firstDayOf(on.facts.doneOn) <= day ? [on] : [];
  });
  const readings = commitment.scope.map((scope) => readingOf(scope, promised, standing, day));
  const [first] = readings;
  const agree = readings.every(({ state }) => state === first?.state);
  return { day, readings, state: agree ? (first?.state ?? null) : null };
}

function readingOf(
  scope: Commitment['scope'][number],
  promised: Promised,
  standing: readonly StandingEvidence[],
  day: IsoDate,
): Reading {
  const { commitment, roster } = promised;
  const table = roster.tableOn(day);
  const deedsOfParties = standing.filter(doneByParty(promised, day));
  const { groups, unplaced } = groupsOf(scope, promised, standing, deedsOfParties, day);
  const measure = (deeds: readonly StandingEvidence[]) =>
    measureOf(commitment, deeds, roster.edition.adopted, day);
  // Most parties of a large network have shown nothing yet, and nothing measures the same for all of them.
  const nothing = measure([]);
  const units = groups.map(({ unit, deeds }) => ({
    unit,
    ...(deeds.length === 0 ? nothing : measure(deeds)),
  }));
  const isEach = scope === 'each_party' || scope === 'each_place';
  const promising = table.claims.filter(({ claim }) =>
    claim.roles.some((role) => promisingRoles.includes(role)),
  );
  const hasUnnamed = isEach && promising.some(({ unnamed }) => unnamed > 0);
  return {
    scope,
    state: summary(units, hasUnnamed),
    units,
    complete: units.filter(({ state }) => state === 'complete').length,
    hasUnnamed,
    unplaced: unplaced.map(({ id }) => id),
  };
}

type Group = { readonly unit: string | null; readonly deeds: readonly StandingEvidence[] };
type Groups = { readonly groups: readonly Group[]; readonly unplaced: readonly StandingEvidence[] };

function groupsOf(
  scope: Commitment['scope'][number],
  promised: Promised,
  all: readonly StandingEvidence[],
  ofParties: readonly StandingEvidence[],
  day: IsoDate,
): Groups {
  switch (scope) {
    case 'national':
    case 'event':
      return { groups: [{ unit: null, deeds: all }], unplaced: [] };
    case 'network':
      return { groups: [{ unit: null, deeds: ofParties }], unplaced: [] };
    case 'each_party': {
      const holders = [...promised.roster.holdersOn(day)];
      const deedsOf = Map.groupBy(ofParties, ({ organisation }) =>
        promised.roster.holderOf(organisation, day),
      );
      return { groups: holders.map((unit) => ({ unit, deeds: deedsOf.get(unit) ?? [] })), unplaced: [] };
    }
    case 'each_place':
      return placedGroups(promised, ofParties, day);
    default:
      return scope satisfies never;
  }
}

/** By the places of the present parties. A deed without a place belongs to the only place of who did it, if it has one. */
function placedGroups(promised: Promised, deeds: readonly StandingEvidence[], day: IsoDate): Groups {
  const holders = promised.roster.holdersOn(day);
  const known = new Set([...holders].flatMap((holder) => promised.placesOf(holder)));
  const places = [...known].sort();
  const placeOf = ({ organisation, facts }: StandingEvidence): string | undefined => {
    if (facts.place !== null)
      return known.has(facts.place) ? facts.place : smallestAround(facts.place, places);
    const own = promised.placesOf(promised.roster.holderOf(organisation, day));
    return own.length === 1 && known.has(own[0] ?? '') ? own[0] : undefined;
  };
  const placed = Map.groupBy(deeds, placeOf);
  const isUnknown = ({ facts }: StandingEvidence) => facts.place === null;
  return {
    groups: places.map((unit) => ({ unit, deeds: placed.get(unit) ?? [] })),
    unplaced: (placed.get(undefined) ?? []).filter(isUnknown),
  };
}

/** The unit that a place is, or the smallest that it lies in. */
const smallestAround = (code: string, places: readonly string[]): string | undefined =>
  places.filter((place) => code.startsWith(place)).toSorted((a, b) => b.length - a.length)[0];

/** Whether a deed was done by who was a promising party then: on the last day of a month or year that is all we know. */
function doneByParty({ roster }: Promised, day: IsoDate): (deed: StandingEvidence) => boolean {
  return ({ organisation, facts }) => {
    const last = lastDayOf(facts.doneOn);
    return roster.isParty(organisation, last < day ? last : day);
  };
}
