import type { Manifest } from './edition.ts';
import type { Row } from './fact-value.ts';
import { wordsOf } from './read-cell.ts';
import { entriesOf } from './row-cells.ts';

/** When an action of a plan is done, in the order of a crisis. */
export const planPhases = ['before', 'during', 'after'] as const;
export type PlanPhase = (typeof planPhases)[number];

/** The levels at which a hazard is met, from the mildest. */
export const warningLevels = ['watch', 'ready', 'act'] as const;
export type WarningLevel = (typeof warningLevels)[number];

export type PlanHazard = {
  readonly name: string;
  /** The sign of each level; null when it is not stated. */
  readonly signs: Readonly<Record<WarningLevel, string | null>>;
};

export type PlanAction = {
  readonly words: string;
  /** Null when it is not told in which phase. */
  readonly phase: PlanPhase | null;
  /** Null for every hazard. */
  readonly hazard: string | null;
  readonly office: string | null;
};

export type PlanNeighbour = {
  readonly name: string;
  readonly sends: string | null;
  readonly reach: string | null;
};

/** What people need of a plan while something happens, as words; what is null is not stated. */
export type CrisisPlan = {
  readonly office: string | null;
  readonly hazards: readonly PlanHazard[];
  /** In the order of the plan. */
  readonly actions: readonly PlanAction[];
  readonly neighbours: readonly PlanNeighbour[];
};

/** The phase of an entry of a plan's actions; null when it is not told. */
export const phaseOf = (row: Row): PlanPhase | null =>
  planPhases.find((phase) => phase === wordsOf(row['phase'])) ?? null;

export function crisisPlanOf({ facts }: Pick<Manifest, 'facts'>): CrisisPlan {
  return {
    office: wordsOf(facts['responsibleOffice']),
    hazards: entriesOf(facts, 'hazards', 'name').map((row) => ({
      name: wordsOf(row['name']) ?? '',
      signs: { watch: wordsOf(row['watch']), ready: wordsOf(row['ready']), act: wordsOf(row['act']) },
    })),
    actions: entriesOf(facts, 'firstActions', 'action').map((row) => ({
      words: wordsOf(row['action']) ?? '',
      phase: phaseOf(row),
      hazard: wordsOf(row['hazard']),
      office: wordsOf(row['office']),
    })),
    neighbours: entriesOf(facts, 'helpingNeighbours', 'name').map((row) => ({
      name: wordsOf(row['name']) ?? '',
      sends: wordsOf(row['sends']),
      reach: wordsOf(row['reach']),
    })),
  };
}
