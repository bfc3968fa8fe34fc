import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

export type ApiParameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly example?: string | number;
  readonly schema: Readonly<{
    type?: string;
    enum?: readonly string[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
    maxLength?: number;
    anyOf?: readonly Json[];
  }>;
};

export type ApiOperation = {
  readonly operationId: string;
  readonly parameters?: readonly ApiParameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
};

export type ApiDocument = {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: ApiOperation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

// The package is CommonJS whose default is the function.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

const pointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Judges answers by the document alone, with a validator that knows nothing of this program. */
export function contractOf(document: ApiDocument) {
  const ajv = new Ajv2020({
    ...{ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: false },
    // Each answer is judged once: what the compiler saves later it has spent before.
    code: { optimize: false },
  });
  addFormats(ajv);
  ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components']);
  ajv.addSchema(document, 'api:document');
  const known = new Map<string, ValidateFunction>();
  const validatorAt = (path: readonly string[]): ValidateFunction => {
    const $ref = `api:document#/${path.map(pointer).join('/')}`;
    const validate = known.get($ref) ?? ajv.compile({ $ref });
    known.set($ref, validate);
    return validate;
  };
  return {
    /** What an answer has that the document does not say; null when it is as the document says. */
    async faultOf(address: string, answer: Response): Promise<string | null> {
      const responses: ApiOperation['responses'] = document.paths[address]?.get.responses ?? {};
      const status = String(answer.status);
      const told = responses[status];
      if (told === undefined) return `${status} is not in the document`;
      const [type] = (answer.headers.get('content-type') ?? '').split(';');
      if (told.content === undefined) return null;
      if (type === undefined || told.content[type] === undefined) return `${type} is not in the document`;
      const validate = validatorAt([
        ...['paths', address, 'get', 'responses', status, 'content', type, 'schema'],
      ]);
      return validate(await answer.json()) ? null : ajv.errorsText(validate.errors);
    },
  };
}

/** Values that the document allows for a parameter. */
export function valuesOf({ schema }: ApiParameter): fc.Arbitrary<string> {
  const { enum: choices, type, pattern, minimum = 0, maximum = 1000, maxLength = 30, anyOf } = schema;
  if (choices !== undefined) return fc.constantFrom(...choices);
  if (anyOf !== undefined)
    return fc.oneof(...anyOf.map((one) => valuesOf({ schema: one } as unknown as ApiParameter)));
  if ('const' in schema) return fc.constant(String(schema.const));
  if (type === 'integer')
    return fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) }).map(String);
  // Of `\P{…}` fast-check writes out the million characters that it lets through.
  if (pattern !== undefined && !pattern.includes('\\P'))
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: Math.min(maxLength, 30) });
  return fc.constantFrom('ขยะ', 'น้ำ', '2560', 'a');
}

/** An address with some of its parameters, each with a value of its own. */
export function requestsOf(address: string, { parameters = [] }: ApiOperation): fc.Arbitrary<string> {
  const fields = parameters.map((one) => {
    const value = valuesOf(one);
    return one.required ? value : fc.option(value, { nil: null, freq: 3 });
  });
  return fc.tuple(...fields).map((values) => {
    const query = new URLSearchParams();
    let path = address;
    for (const [index, { name, in: place }] of parameters.entries()) {
      const value = values[index] ?? null;
      if (value === null) continue;
      if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
      else query.set(name, value);
    }
    return query.size === 0 ? path : `${path}?${query}`;
  });
}
