import { z } from 'zod';
import { type Fact, notStated, valueStates } from '../domain/fact.ts';
import type { WrittenDate } from '../thai/written-date.ts';

/** A line of text without surrounding white space, never empty. */
export const line = (maximum = 2000) => z.string().trim().min(1).max(maximum);

const partialDate = z
  .union([z.string(), z.number().transform(String)])
  .refine((value) => isPartialDate(value), { params: { reason: 'not_a_date' } });

function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

const precisionByLength = { 4: 'year', 7: 'month', 10: 'day' } as const;

/** A `WrittenDate` in the archive format: `start` is required, the rest has plain defaults. */
export const writtenDate: z.ZodType<WrittenDate> = z
  .strictObject({
    start: partialDate,
    end: partialDate.nullish(),
    precision: z.enum(['day', 'month', 'year', 'fiscal_year']).optional(),
    textAsWritten: line(200).nullish(),
    isInferred: z.boolean().optional(),
  })
  .transform((value) => ({
    start: value.start,
    end: value.end ?? null,
    precision: value.precision ?? precisionByLength[value.start.length as 4 | 7 | 10],
    textAsWritten: value.textAsWritten ?? null,
    isInferred: value.isInferred ?? false,
  }))
  .refine(isOfItsPrecision, { params: { reason: 'not_a_date' } });

const lengthOfPrecision = { day: 10, month: 7, year: 4, fiscal_year: 10 } as const;

/** A month of day precision, or a range from a day to a year, is a date that no page could show. */
function isOfItsPrecision({ start, end, precision }: WrittenDate): boolean {
  const length = lengthOfPrecision[precision];
  return start.length === length && (end === null || end.length === length);
}

export const sourceIds = z.array(z.string()).default([]);

const note = line(1000)
  .nullish()
  .transform((value) => value ?? null);

/**
 * A fact in the archive format. Absent or null: not stated. A plain value: given.
 * `{ value, note?, sources? }`: given, with where it comes from. `{ state, note? }`: one of the other
 * states; `{ state: disputed, values: [{ value, note?, sources? }] }` puts the claims side by side.
 */
export function factOf<T>(value: z.ZodType<T>): z.ZodType<Fact<T>> {
  const withSource = z.strictObject({ value, note, sources: sourceIds });
  const state = z.strictObject({
    state: z.enum(valueStates).exclude(['given', 'disputed']),
    note,
  });
  const disputed = z.strictObject({
    state: z.literal('disputed'),
    note,
    values: z.array(withSource).min(1),
  });
  return z
    .unknown()
    .default(null)
    .transform((input, context): Fact<T> => {
      if (input === null) return notStated;
      const keys = typeof input === 'object' && !Array.isArray(input) ? input : {};
      if ('state' in keys) {
        if (keys.state === 'disputed') {
          const parsed = delegate(disputed, input, context);
          return parsed ? { kind: 'disputed', note: parsed.note, values: parsed.values } : z.NEVER;
        }
        const parsed = delegate(state, input, context);
        return parsed ? { kind: parsed.state, note: parsed.note } : z.NEVER;
      }
      if ('value' in keys) {
        const parsed = delegate(withSource, input, context);
        return parsed ? { kind: 'given', ...parsed } : z.NEVER;
      }
      const parsed = delegate(
        value.transform((plain) => ({ plain })),
        input,
        context,
      );
      return parsed ? { kind: 'given', value: parsed.plain, note: null, sources: [] } : z.NEVER;
    });
}

/** Parses with another schema and hands its issues on, so that paths stay exact. */
export function delegate<T>(
  schema: z.ZodType<T>,
  input: unknown,
  context: z.core.$RefinementCtx,
  path: readonly PropertyKey[] = [],
): T | null {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    context.issues.push({ ...issue, path: [...path, ...issue.path], input } as z.core.$ZodRawIssue);
  return null;
}
