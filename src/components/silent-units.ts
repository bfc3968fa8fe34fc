import type { Counted, ProgressState } from '../domain/commitment-measure.ts';
import type { Reading } from '../domain/commitment-progress.ts';

type Unit = Reading['units'][number];

/** So many units of which nothing is known still have rows of their own. */
const withRowsAtMost = 12;

/** The units of a reading that have rows, and those of which only their state can be told, by that state. */
export type ToldUnits = {
  readonly rows: readonly Unit[];
  readonly silent: readonly { readonly state: ProgressState; readonly units: readonly Unit[] }[];
};

/** Sets apart the units of which nothing is known when they are many: rows of zeros hide the others, and weigh most. */
export function toldUnits(units: readonly Unit[]): ToldUnits {
  const byState = new Map<ProgressState, Unit[]>();
  for (const unit of units) {
    const state = silentState(unit);
    const same = state === null ? [] : (byState.get(state) ?? []);
    same.push(unit);
    if (state !== null) byState.set(state, same);
  }
  const silent = [...byState].map(([state, some]) => ({ state, units: some }));
  const count = silent.reduce((sum, { units: some }) => sum + some.length, 0);
  if (count <= withRowsAtMost) return { rows: units, silent: [] };
  return { rows: units.filter((unit) => silentState(unit) === null), silent };
}

/** The state of a unit for which nothing was handed in, in any year; null when there is more to tell. */
function silentState(unit: Unit): ProgressState | null {
  const counted: readonly Counted[] = [unit, ...unit.years];
  const isSilent = counted.every(
    ({ count, pending, evidence }) => count === 0 && pending === 0 && evidence.length === 0,
  );
  return isSilent ? unit.state : null;
}
