/**
 * A fact that a source may or may not state. The five value states are part of the model, so that
 * a missing fact is never shown as a fact.
 *
 * `given` the sources state it; `not_stated` they are silent; `unknown` nobody knows it;
 * `none` it is stated that there is none; `disputed` sources state different values.
 */
export type Fact<T> =
  | {
      readonly kind: 'given';
      readonly value: T;
      readonly note: string | null;
      readonly sources: readonly string[];
    }
  | { readonly kind: 'not_stated'; readonly note: string | null }
  | { readonly kind: 'unknown'; readonly note: string | null }
  | { readonly kind: 'none'; readonly note: string | null }
  | { readonly kind: 'disputed'; readonly note: string | null; readonly values: readonly DisputedValue<T>[] };

export type DisputedValue<T> = {
  readonly value: T;
  readonly note: string | null;
  readonly sources: readonly string[];
};

export type ValueState = Fact<unknown>['kind'];

export const valueStates = ['given', 'not_stated', 'unknown', 'none', 'disputed'] as const;

export const given = <T>(value: T): Fact<T> => ({ kind: 'given', value, note: null, sources: [] });

export const notStated: Fact<never> = { kind: 'not_stated', note: null };

/** Whether the sources are silent and nothing more is to be said. */
export const isSilent = (fact: Fact<unknown>): boolean => fact.kind === 'not_stated' && fact.note === null;

/** The value when it is given, else null. */
export function givenValue<T>(fact: Fact<T>): T | null {
  return fact.kind === 'given' ? fact.value : null;
}
