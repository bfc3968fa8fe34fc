/** Counts what one query costs, so that no query costs without bound. */
export type Effort = {
  readonly take: (steps: number) => void;
  /** Whether no steps are left. */
  readonly isSpent: () => boolean;
  /** Notes that something was left undone for another reason. */
  readonly leaveOut: () => void;
  /** Whether something was left undone: what was found need not be all there is to find. */
  readonly hasLeftOut: () => boolean;
};

/**
 * Steps for one query: a page found, or a letter of a word list compared with a stretch of the query. Each takes about
 * a third of a microsecond, so the costliest query takes about a second wherever it is answered; the costliest of 200
 * letters that we know takes a tenth of this over 10,000 works.
 */
export const mostSteps = 3_000_000;

/** @param most steps in all */
export function startEffort(most = mostSteps): Effort {
  let left = most;
  let hasLeftOut = false;
  return {
    take: (steps) => {
      left -= steps;
    },
    isSpent: () => left < 0,
    leaveOut: () => {
      hasLeftOut = true;
    },
    hasLeftOut: () => hasLeftOut || left < 0,
  };
}
