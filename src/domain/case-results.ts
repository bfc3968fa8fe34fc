import type { Fact } from './fact.ts';
import type { FactValue } from './fact-value.ts';

/**
 * What a case says of what came of it: `stated` (also that nothing did), `expected` when that is not known yet and it says
 * what is expected, `unstated` when it says neither.
 */
export const resultStates = ['stated', 'expected', 'unstated'] as const;
export type ResultState = (typeof resultStates)[number];

export function resultsOf(facts: Readonly<Record<string, Fact<FactValue>>>): ResultState {
  const { results, expected } = facts;
  if (results && results.kind !== 'not_stated' && results.kind !== 'unknown') return 'stated';
  return expected?.kind === 'given' ? 'expected' : 'unstated';
}
