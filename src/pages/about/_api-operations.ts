import { z } from 'zod';
import { apiRoot, type Operation, tags } from '../../api/operation.ts';
import { operations } from '../../api/operations/index.ts';
import type { Parameter } from '../../api/parameters.ts';
import { problems } from '../../api/problem.ts';

/** The operations of the API by their groups, as the page about it shows them. */
export const operationGroups = (origin: string) =>
  Object.entries(tags).map(([tag, { th }]) => ({
    tag,
    title: th,
    operations: operations.filter((one) => one.tag === tag).map((one) => viewOf(one, origin)),
  }));

function viewOf(operation: Operation, origin: string) {
  const { id, th, address, path, query, example } = operation;
  const href = encodeURI(`${apiRoot}${example}`);
  return {
    id,
    summary: th,
    address: `${apiRoot}${address}`,
    parameters: [...Object.entries(path), ...Object.entries(query)].map(([name, one]) => ({
      name,
      ...parameterOf(one, name in path),
    })),
    example: { href, command: `curl '${origin}${href}'` },
  };
}

function parameterOf(parameter: Parameter, isInPath: boolean) {
  const schema = z.toJSONSchema(parameter.schema, { io: 'input' });
  const usual = schema.default;
  return {
    isRequired: isInPath || parameter.isRequired,
    text: parameter.th,
    values: (schema.enum ?? []).map(String),
    usual: usual === undefined || usual === '' ? null : String(usual),
  };
}

/** Every problem by its code. */
export const problemRows = Object.entries(problems).map(([code, { status, title }]) => ({
  code,
  status,
  title,
}));
