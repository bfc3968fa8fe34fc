import type { WrittenDate } from '../thai/written-date.ts';
import type { Fact } from './fact.ts';

/** A number with its unit as the source words it, such as 54 อปท. or 200000 บาท. */
export type Quantity = {
  readonly amount: number;
  readonly unit: string;
  readonly textAsWritten: string | null;
};

/** One, or several, of the values that the catalogue lists for a field, where their Thai labels are. */
export type CodedValue = { readonly code: string };
export type CodedValues = { readonly codes: readonly string[] };

/** An organisation of the register, by its slug. */
export type OrganisationReference = { readonly organisation: string };
/** A work of the register as `type/slug`, or a provision of its current edition as `type/slug#eid`. */
export type WorkReference = { readonly work: string };
/** A provision of the edition's own text, by its eid. */
export type ProvisionReference = { readonly provision: string };

/**
 * One entry of a table: its cells by the keys of their columns, each a fact of its own. A cell on which the sources are
 * silent, and of which nothing more is to be said, is left out.
 */
export type Row = { readonly [column: string]: Fact<FactValue> };

export type FactValue =
  | string
  | readonly string[]
  | Quantity
  | WrittenDate
  | CodedValue
  | CodedValues
  | OrganisationReference
  | WorkReference
  | ProvisionReference
  | readonly Row[];

/** A value told by what it is, for a `switch` that must know every kind. */
export type KindedValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'date'; readonly date: WrittenDate }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'organisation'; readonly organisation: string }
  | { readonly kind: 'work'; readonly work: string }
  | { readonly kind: 'provision'; readonly provision: string };

export function kindedValue(value: FactValue): KindedValue {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if ('amount' in value) return { kind: 'quantity', quantity: value };
  if ('precision' in value) return { kind: 'date', date: value };
  if ('code' in value) return { kind: 'codes', codes: [value.code] };
  if ('codes' in value) return { kind: 'codes', codes: value.codes };
  if ('organisation' in value) return { kind: 'organisation', organisation: value.organisation };
  if ('work' in value) return { kind: 'work', work: value.work };
  if ('provision' in value) return { kind: 'provision', provision: value.provision };
  return areRows(value) ? { kind: 'rows', rows: value } : { kind: 'list', lines: value };
}

const areRows = (value: readonly string[] | readonly Row[]): value is readonly Row[] =>
  typeof value[0] === 'object';

/** The values of a fact, several when they are disputed, each with its dotted path. */
export function valuesWithin<T>(
  fact: Fact<T>,
  field: string,
): readonly (readonly [field: string, value: T])[] {
  if (fact.kind === 'given') return [[`${field}.value`, fact.value]];
  if (fact.kind !== 'disputed') return [];
  return fact.values.map(({ value }, index) => [`${field}.values.${index}.value`, value]);
}

/** Every fact of a record with its dotted path, those in the cells of its tables among them. */
export function factsWithin(
  record: Readonly<Record<string, Fact<FactValue>>>,
  base = 'facts',
): readonly (readonly [field: string, fact: Fact<FactValue>])[] {
  return Object.entries(record).flatMap(([key, fact]) => {
    const field = `${base}.${key}`;
    const inside = valuesWithin(fact, field).flatMap(([path, value]) => {
      const kinded = kindedValue(value);
      return kinded.kind === 'rows'
        ? kinded.rows.flatMap((row, index) => factsWithin(row, `${path}.${index}`))
        : [];
    });
    return [[field, fact] as const, ...inside];
  });
}

/** Every value of one kind that the facts of a record hold, with the path of its fact. */
export const valuesOfKind = <K extends KindedValue['kind']>(
  record: Readonly<Record<string, Fact<FactValue>>>,
  kind: K,
): readonly (Extract<KindedValue, { readonly kind: K }> & { readonly field: string })[] =>
  factsWithin(record).flatMap(([field, fact]) =>
    valuesWithin(fact, field).flatMap(([, value]) => {
      const kinded = kindedValue(value);
      return isOfKind(kinded, kind) ? [{ ...kinded, field }] : [];
    }),
  );

const isOfKind = <K extends KindedValue['kind']>(
  value: KindedValue,
  kind: K,
): value is Extract<KindedValue, { readonly kind: K }> => value.kind === kind;

/** The entries of a table. A line of a list, which some tables once were, is an entry that says this column alone. */
export function rowsOf(value: FactValue, lineColumn: string): readonly Row[] {
  const kinded = kindedValue(value);
  if (kinded.kind === 'rows') return kinded.rows;
  const lines = kinded.kind === 'list' ? kinded.lines : [];
  return lines.map((line) => ({ [lineColumn]: { kind: 'given', value: line, note: null, sources: [] } }));
}
