import type { Fact } from './fact.ts';
import { type FactValue, kindedValue, type Quantity } from './fact-value.ts';

/** The words or the code that a fact holds; values that sources dispute stand beside each other. */
export function wordsOf(fact: Fact<FactValue> | undefined): string | null {
  if (fact?.kind === 'given') return wordOf(fact.value);
  if (fact?.kind !== 'disputed') return null;
  const words = fact.values.flatMap(({ value }) => wordOf(value) ?? []);
  return words.length === 0 ? null : words.join(' / ');
}

function wordOf(value: FactValue): string | null {
  const kinded = kindedValue(value);
  switch (kinded.kind) {
    case 'text':
      return kinded.text;
    case 'codes':
      return kinded.codes[0] ?? null;
    default:
      return null;
  }
}

/** The number that a fact gives; null in every other state. */
export function quantityOf(fact: Fact<FactValue> | undefined): Quantity | null {
  const kinded = fact?.kind === 'given' ? kindedValue(fact.value) : null;
  return kinded?.kind === 'quantity' ? kinded.quantity : null;
}

/** The first day, month or year of the date that a fact gives. */
export function dayOf(fact: Fact<FactValue> | undefined): string | null {
  const kinded = fact?.kind === 'given' ? kindedValue(fact.value) : null;
  return kinded?.kind === 'date' ? kinded.date.start : null;
}
