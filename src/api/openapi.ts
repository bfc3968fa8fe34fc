import { z } from 'zod';
import { exampleValues } from './example-values.ts';
import { apiRoot, type Operation, tags } from './operation.ts';
import { operations } from './operations/index.ts';
import type { Parameter } from './parameters.ts';
import { problemShape, problems } from './problem.ts';
import { namedShapes } from './shapes/named-shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const version = '1.0.0';

/** Shapes that have a name of their own in the document. */
function componentRegistry() {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries({ ...namedShapes(), Problem: problemShape })) {
    registry.add(shape, { id });
  }
  for (const { id, answer } of operations)
    if (!registry.has(answer)) registry.add(answer, { id: answerName(id) });
  return registry;
}

const answerName = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`;

const reference = (id: string): string => `#/components/schemas/${id}`;

/** Leaves out that programs may not send a property, for nothing is sent here, and patterns that only repeat a format. */
const plainly = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  delete jsonSchema.readOnly;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** By origin, of which a server has one. */
const written = new Map<string, string>();

/**
 * The API as OpenAPI 3.1, made of the same schemas by which parameters are read and answers are written.
 * @param origin the one public origin
 */
function openApiDocument(origin: string): Json {
  const registry = componentRegistry();
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    uri: reference,
    override: plainly,
  });
  const named = (answer: z.ZodType): string => reference(registry.get(answer)?.id ?? '');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tammanoon, the register of community agreements of Thailand',
      summary: 'ข้อมูลสาธารณะของทะเบียนธรรมนูญ เปิดให้อ่านโดยไม่ต้องขอรหัส',
      description: introduction,
      version,
    },
    servers: [{ url: `${origin}${apiRoot}` }],
    tags: Object.entries(tags).map(([name, { th, en }]) => ({ name, description: `${en} · ${th}` })),
    paths: Object.fromEntries(
      operations.map((one) => [one.address, { get: operationObject(one, named(one.answer)) }]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, { $schema: _s, $id: _i, ...schema }]) => [id, schema]),
      ),
    },
  };
}

/** The document as text, with the addresses of this origin; it changes with the program alone. */
export function writeOpenApi(origin: string): string {
  const text = written.get(origin) ?? `${JSON.stringify(openApiDocument(origin))}\n`;
  written.set(origin, text);
  return text;
}

const introduction = [
  'Everything here is public, is read with GET or HEAD, and may be read by programs of any site (CORS).',
  'Lists of works, provisions and commitments take `asOf`: asked for again as of the same moment, the rows are the same. `Link` leads from page to page.',
  'Answers have an ETag, which If-None-Match asks about. A parameter that is unknown or means nothing is refused by name (application/problem+json).',
].join(' ');

function operationObject(one: Operation, answer: string): Json {
  const examples = exampleValues(one);
  const parameters = (['path', 'query'] as const).flatMap((place) =>
    Object.entries(one[place]).map(([name, parameter]) =>
      parameterObject(parameter, { name, place, example: examples[name] }),
    ),
  );
  return {
    operationId: one.id,
    summary: one.en,
    description: one.th,
    tags: [one.tag],
    ...(parameters.length > 0 && { parameters }),
    responses: {
      200: {
        description: one.en,
        headers: {
          ETag: textHeader('Names this answer'),
          Link: textHeader('Other pages, and this document'),
        },
        content: { 'application/json': { schema: { $ref: answer } } },
      },
      ...(one.mayMove && {
        302: {
          description: 'The same question in its one fixed form',
          headers: { Location: textHeader('Where it is answered') },
        },
      }),
      304: { description: 'What If-None-Match names is still so' },
      ...problemResponses(parameters.length > 0),
    },
  };
}

const textHeader = (description: string): Json => ({ description, schema: { type: 'string' } });

/** Statuses with the codes that they come with: an unknown parameter is refused everywhere, also where none is taken. */
function problemResponses(takesParameters: boolean): Json {
  const byStatus = Map.groupBy(Object.entries(problems), ([, { status }]) => status);
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => status !== 405 && (takesParameters || status === 400 || status >= 500))
      .map(([status, codes]) => [
        status,
        {
          description: codes.map(([code]) => code).join(', '),
          content: { 'application/problem+json': { schema: { $ref: reference('Problem') } } },
        },
      ]),
  );
}

function parameterObject(
  { schema, isRequired, th, en }: Parameter,
  {
    name,
    place,
    example,
  }: { readonly name: string; readonly place: 'path' | 'query'; readonly example: string | undefined },
): Json {
  const { $schema: _, ...told } = z.toJSONSchema(schema, { io: 'input' });
  return {
    name,
    in: place,
    required: place === 'path' || isRequired,
    description: `${en} · ${th}`,
    schema: told,
    ...(example !== undefined && { example: told.type === 'integer' ? Number(example) : example }),
  };
}
