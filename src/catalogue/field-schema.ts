import { z } from 'zod';
import { type Fact, isSilent } from '../domain/fact.ts';
import { type FactValue, kindedValue, type Quantity, type Row } from '../domain/fact-value.ts';
import { isSlug, workNamed } from '../domain/work.ts';
import type { Field, Table } from './document-type.ts';
import { delegate, factOf, line, writtenDate } from './fact-schema.ts';

export const quantitySchema: z.ZodType<Quantity> = z
  .strictObject({ amount: z.number(), unit: line(100), textAsWritten: line(300).nullish() })
  .transform((value) => ({ ...value, textAsWritten: value.textAsWritten ?? null }));

const lines = z.array(line(2000)).min(1).max(200);

const work = line(200).refine(isWorkReference, { params: { reason: 'unknown_work' } });

/** `type/slug` or `type/slug#eid`; whether the register has it is not asked, so that the order of imports says nothing. */
function isWorkReference(text: string): boolean {
  const [path = '', eid, ...more] = text.split('#');
  return workNamed(path) !== null && (eid === undefined || isSlug(eid)) && more.length === 0;
}

const coded = (options: Readonly<Record<string, string>>) =>
  z.string().refine((code) => Object.hasOwn(options, code), { params: { reason: 'not_in_list' } });

/** The value of a field as the archive format writes it: codes and references are plain words there. */
function valueSchema(field: Field): z.ZodType<FactValue> {
  switch (field.kind) {
    case 'text':
      return line(8000);
    case 'list':
      return lines;
    case 'quantity':
      return quantitySchema;
    case 'date':
      return writtenDate;
    case 'choice':
      return coded(field.options).transform((code) => ({ code }));
    case 'choices':
      return z
        .array(coded(field.options))
        .min(1)
        .refine((codes) => new Set(codes).size === codes.length, { params: { reason: 'duplicate' } })
        .transform((codes) => ({ codes }));
    case 'organisation':
      return line(80).transform((organisation) => ({ organisation }));
    case 'work':
      return work.transform((reference) => ({ work: reference }));
    case 'provision':
      return line(60).transform((provision) => ({ provision }));
    case 'rows':
      return tableSchema(field);
    default:
      return field satisfies never;
  }
}

function tableSchema({ columns, lineColumn }: Table): z.ZodType<FactValue> {
  const rows = z.array(rowSchema(columns)).min(1).max(500);
  if (lineColumn === undefined) return rows;
  return z.unknown().transform((input, context): FactValue => {
    const areLines =
      Array.isArray(input) && input.length > 0 && input.every((one) => typeof one === 'string');
    if (areLines) return delegate(lines, input, context) ?? z.NEVER;
    const parsed = delegate(rows, input, context);
    return parsed ? (asLines(parsed, lineColumn) ?? parsed) : z.NEVER;
  });
}

/** The lines of entries that say nothing but their line; null when one says more. */
function asLines(rows: readonly Row[], lineColumn: string): readonly string[] | null {
  const plain = rows.flatMap((row) => {
    const { [lineColumn]: fact, ...others } = row;
    const isPlain = fact?.kind === 'given' && fact.note === null && fact.sources.length === 0;
    if (!isPlain || Object.keys(others).length > 0) return [];
    const kinded = kindedValue(fact.value);
    return kinded.kind === 'text' ? [kinded.text] : [];
  });
  return plain.length === rows.length && lines.safeParse(plain).success ? plain : null;
}

function rowSchema(columns: readonly Field[]): z.ZodType<Row> {
  const cells = factsSchema(columns);
  return z.unknown().transform((input, context): Row => {
    const parsed = delegate(cells, input, context);
    if (!parsed) return z.NEVER;
    const stated = Object.entries(parsed).filter(([, fact]) => !isSilent(fact));
    const report = (path: PropertyKey[]) =>
      context.issues.push({ code: 'custom', params: { reason: 'required' }, path, input });
    for (const { key, isRequired } of columns) {
      const fact = parsed[key];
      if (isRequired && fact?.kind !== 'given' && fact?.kind !== 'disputed') report([key]);
    }
    if (stated.length === 0) report([]);
    return Object.fromEntries(stated);
  });
}

/** Only the facts that were written down; one the catalogue does not know is refused by name. */
export function factsSchema(fields: readonly Field[]): z.ZodType<Readonly<Record<string, Fact<FactValue>>>> {
  const schemas = new Map(fields.map((field) => [field.key, factOf(valueSchema(field))]));
  return z.record(z.string(), z.unknown()).transform((input, context) => {
    const facts: Record<string, Fact<FactValue>> = {};
    for (const [key, value] of Object.entries(input)) {
      const schema = schemas.get(key);
      if (!schema) {
        context.issues.push({ code: 'unrecognized_keys', keys: [key], input });
        continue;
      }
      const parsed = delegate(
        schema.transform((fact) => ({ fact })),
        value,
        context,
        [key],
      );
      if (parsed) facts[key] = parsed.fact;
    }
    return facts;
  });
}
