import { z } from 'zod';
import { toArabicDigits } from '../thai/digits.ts';

/** One parameter of an operation, read from an address and described in the document by the same schema. */
export type Parameter<T = unknown> = {
  readonly schema: z.ZodType<T>;
  /** What stands there, as a sentence in Thai and in English. */
  readonly th: string;
  readonly en: string;
  /** Text of an address as the schema takes it. */
  readonly fromText: (text: string) => unknown;
  readonly isRequired: boolean;
};

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values of parameters once they are read; undefined where one may be left out. */
export type ValuesOf<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name] extends Parameter<infer T> ? T : never;
};

type Words = { readonly th: string; readonly en: string };

/** Text with either kind of digit; numbers, codes and dates are read so. */
const plainText = (text: string): unknown => toArabicDigits(text.trim());

const whole = (text: string): unknown => {
  const digits = toArabicDigits(text.trim());
  return /^\d{1,9}$/.test(digits) ? Number(digits) : text;
};

/** A parameter that must be there, in the query or in the path. */
export const required = <T>(schema: z.ZodType<T>, words: Words): Parameter<T> => ({
  schema,
  ...words,
  fromText: plainText,
  isRequired: true,
});

/** A parameter that may be left out; with a default in its schema it then has that. */
export const optional = <T>(schema: z.ZodType<T>, words: Words): Parameter<T | undefined> => ({
  ...required<T | undefined>(schema.optional(), words),
  isRequired: false,
});

/** Free text, of which nothing is changed but blanks at its ends. */
export const asText = <T>(parameter: Parameter<T>): Parameter<T> => ({
  ...parameter,
  fromText: (text) => text.trim(),
});

/** A whole number that is there, or its default. */
export const number = (
  words: Words,
  limits: { readonly least: number; readonly most: number; readonly usual?: number },
): Parameter<number> => {
  const schema = z.int().min(limits.least).max(limits.most);
  const { usual } = limits;
  return {
    schema: usual === undefined ? schema : schema.default(usual),
    ...words,
    fromText: whole,
    isRequired: usual === undefined,
  };
};
