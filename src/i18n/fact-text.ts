import { compareLists, type ListDifference } from '../domain/difference/compare-lists.ts';
import { type Fact, isSilent } from '../domain/fact.ts';
import { type FactValue, kindedValue, type Row, rowsOf } from '../domain/fact-value.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { valueStateLabels } from './labels.ts';
import { formatNumber } from './numbers.ts';

/** What the catalogue says of a fact: its label, and those of its codes and columns. */
export type ComparedField = {
  readonly key: string;
  readonly label: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly columns?: readonly ComparedField[];
  readonly lineColumn?: string;
};

type Names = { readonly organisation: (slug: string) => string };

/** A fact in one line: its value, or the word for its state. */
export function factText(fact: Fact<FactValue>, field: ComparedField, names: Names): string {
  if (fact.kind === 'given') return valueText(fact.value, field, names);
  if (fact.kind !== 'disputed') return valueStateLabels[fact.kind];
  const values = fact.values.map((one) => valueText(one.value, field, names));
  return `${valueStateLabels.disputed}: ${values.join(' / ')}`;
}

function valueText(value: FactValue, field: ComparedField, names: Names): string {
  const kinded = kindedValue(value);
  switch (kinded.kind) {
    case 'text':
      return kinded.text;
    case 'list':
      return kinded.lines.join(' · ');
    case 'rows':
      return kinded.rows.map((row) => rowText(row, field, names)).join(' / ');
    case 'quantity':
      return `${formatNumber(kinded.quantity.amount)} ${kinded.quantity.unit}`;
    case 'date':
      return formatWrittenDate(kinded.date);
    case 'codes':
      return kinded.codes.map((code) => field.options?.[code] ?? code).join(' · ');
    case 'organisation':
      return names.organisation(kinded.organisation);
    case 'work':
      return kinded.work;
    case 'provision':
      return kinded.provision;
    default:
      return kinded satisfies never;
  }
}

/** One entry of a table in one line: what it is, then every cell that says something under its label. */
export const rowText = (row: Row, { columns = [] }: ComparedField, names: Names): string =>
  columns
    .flatMap((column, position) => {
      const cell = row[column.key];
      if (!cell) return [];
      const text = factText(cell, column, names);
      return [position === 0 ? text : `${column.label}: ${text}`];
    })
    .join(' · ');

/**
 * The entries of two tables, compared by the column that names them; null when one of the two is no table, and is told
 * as a whole.
 */
export function compareTables(
  before: Fact<FactValue> | null,
  after: Fact<FactValue> | null,
  field: ComparedField,
): {
  readonly difference: ListDifference<Row>;
  readonly isReordered: boolean;
  readonly count: number;
} | null {
  const [head] = field.columns ?? [];
  const [old, recent] = [entriesOf(before, field), entriesOf(after, field)];
  if (!head || !old || !recent || old.length + recent.length === 0) return null;
  const keyOf = (row: Row) => JSON.stringify(row[head.key] ?? null);
  const keys = (rows: readonly Row[]) => rows.map(keyOf).join('\n');
  return {
    difference: compareLists(old, recent, keyOf),
    isReordered: keys(old) !== keys(recent),
    count: recent.length,
  };
}

function entriesOf(
  fact: Fact<FactValue> | null,
  { columns = [], lineColumn }: ComparedField,
): readonly Row[] | null {
  if (fact?.kind === 'given') return rowsOf(fact.value, lineColumn ?? columns[0]?.key ?? '');
  return fact === null || isSilent(fact) ? [] : null;
}
