import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { type ApiOperation, type ApiParameter, valuesOf } from '../support/api-contract.ts';
import type { Values } from './found-values.ts';

const ajv = new Ajv2020({ strict: false });

/** Whether the document allows a value for a parameter. */
export const fits = ({ schema }: ApiParameter, value: unknown): boolean => ajv.validate(schema, value);

/** Values for a parameter: those that answers gave, its choices, its example, and some made from its schema. */
export function goodValues(
  parameter: ApiParameter,
  given: readonly (string | number)[],
  { most, seed }: { readonly most: number; readonly seed: number },
): readonly (string | number)[] {
  const { example, schema } = parameter;
  const told = [
    ...(example === undefined ? [] : [example]),
    ...given.filter((value) => fits(parameter, value)).slice(0, most),
    ...(schema.enum ?? []),
  ];
  const made = fc.sample(valuesOf(parameter), { numRuns: 2, seed });
  return [...new Set(told.length > 0 ? told : made)];
}

/** Values that the schema of a parameter refuses, each in another way. */
export function badValues(parameter: ApiParameter): readonly string[] {
  const { minimum, maximum, maxLength, type } = parameter.schema;
  const tries = [
    'no such value!',
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ...(type === 'integer' ? ['1.5', 'one'] : []),
    ...(maxLength === undefined ? [] : ['a'.repeat(maxLength + 1)]),
  ];
  return tries.filter((text) => !fits(parameter, type === 'integer' ? Number(text) : text));
}

/** Questions with any of the parameters, each with any value that the document allows. */
export const madeQuestions = (
  { parameters = [] }: ApiOperation,
  howMany: number,
  seed: number,
): readonly Values[] => {
  const fields = parameters.map((one) =>
    fc.option(valuesOf(one), { nil: undefined, freq: one.required ? 1_000 : 3 }),
  );
  return fc
    .sample(fc.tuple(...fields), { numRuns: howMany, seed })
    .filter((values) => values.every((value, at) => value !== undefined || !parameters[at]?.required))
    .map((values) =>
      Object.fromEntries(
        parameters.flatMap(({ name }, at) => (values[at] === undefined ? [] : [[name, values[at]]])),
      ),
    );
};
