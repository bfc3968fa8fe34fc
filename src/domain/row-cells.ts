import type { WrittenDate } from '../thai/written-date.ts';
import { type Fact, notStated } from './fact.ts';
import { type FactValue, type KindedValue, kindedValue, type Row, rowsOf } from './fact-value.ts';

/** The entries of a table among the facts of an edition; none when it is not given. */
export function entriesOf(
  facts: Readonly<Record<string, Fact<FactValue>>>,
  key: string,
  lineColumn = '',
): readonly Row[] {
  const fact = facts[key];
  return fact?.kind === 'given' ? rowsOf(fact.value, lineColumn) : [];
}

/** A cell that holds words. */
export const textCell = (row: Row, column: string): Fact<string> =>
  cellOf(row, column, (value) => (value.kind === 'text' ? value.text : null));

/** A cell that holds a date. */
export const dateCell = (row: Row, column: string): Fact<WrittenDate> =>
  cellOf(row, column, (value) => (value.kind === 'date' ? value.date : null));

/** A cell that points at an organisation, by its slug. */
export const organisationCell = (row: Row, column: string): Fact<string> =>
  cellOf(row, column, (value) => (value.kind === 'organisation' ? value.organisation : null));

/** A cell that points at a work or a provision of it, as `type/slug#eid`. */
export const workCell = (row: Row, column: string): Fact<string> =>
  cellOf(row, column, (value) => (value.kind === 'work' ? value.work : null));

/** A cell as a fact of one kind; what is of another kind is not stated. */
function cellOf<T>(row: Row, column: string, read: (value: KindedValue) => T | null): Fact<T> {
  const fact = row[column];
  if (fact === undefined) return notStated;
  switch (fact.kind) {
    case 'given': {
      const value = read(kindedValue(fact.value));
      return value === null ? notStated : { ...fact, value };
    }
    case 'disputed':
      return {
        ...fact,
        values: fact.values.flatMap((one) => {
          const value = read(kindedValue(one.value));
          return value === null ? [] : [{ ...one, value }];
        }),
      };
    default:
      return fact;
  }
}
