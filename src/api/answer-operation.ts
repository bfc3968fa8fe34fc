import { findOperation } from './find-operation.ts';
import { type ApiContext, apiRoot, type Operation, type Outcome, type Paging } from './operation.ts';
import { operations } from './operations/index.ts';
import { type Problem, problem, refusalProblem } from './problem.ts';
import { readParameters } from './read-parameters.ts';

/** Where the API is described for programs and for people (RFC 8631). */
const descriptions = [
  '</api/openapi.json>; rel="service-desc"; type="application/json"',
  '</about/api>; rel="service-doc"; type="text/html"',
] as const;

/**
 * Answers a question below `/api/v1`: finds its operation, reads its parameters, runs it, and writes what it comes to.
 * @param path below `/api/v1`, decoded
 */
export async function answerOperation(
  path: string,
  query: URLSearchParams,
  context: ApiContext,
): Promise<Response> {
  const found = findOperation(operations, path);
  if (found === null) return notFound(context.origin);
  const { operation } = found;
  const read = readParameters(operation, { path: found.path, query });
  switch (read.kind) {
    case 'not_found':
      return notFound(context.origin);
    case 'wrong':
      return wrong(read.errors, context.origin);
    case 'read':
      return write(await operation.run(read.values, context), {
        operation,
        path: found.path,
        query,
        context,
      });
    default:
      return read satisfies never;
  }
}

type Asked = {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly context: ApiContext;
};

function write(outcome: Outcome<unknown>, asked: Asked): Response {
  const { origin } = asked.context;
  switch (outcome.kind) {
    case 'answer':
      return answered(`${JSON.stringify(outcome.value)}\n`, {
        links: [...pageLinks(outcome.paging, asked), ...nextLink(outcome.next, asked)],
        keep: outcome.keep,
      });
    case 'written':
      return answered(outcome.text, { links: [] });
    case 'moved':
      return new Response(null, { status: 302, headers: { Location: addressOf(asked, outcome.to) } });
    case 'refused':
      return problemAnswer(refusalProblem(outcome.refusal, origin));
    case 'problem':
      return problemAnswer(problem(outcome.code, outcome.detail, origin));
    case 'not_found':
      return notFound(origin);
    case 'wrong':
      return wrong(outcome.errors, origin);
    default:
      return outcome satisfies never;
  }
}

const ages = { none: 'no-store', minute: 'public, max-age=60' } as const;

function answered(
  body: string,
  { links, keep }: { readonly links: readonly string[]; readonly keep?: keyof typeof ages | undefined },
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Link: [...links, ...descriptions].join(', '),
      ...(keep !== undefined && { 'Cache-Control': ages[keep] }),
    },
  });
}

const notFound = (origin: string): Response =>
  problemAnswer(problem('not_found', 'ไม่พบข้อมูลสาธารณะตามที่อยู่นี้ ดูที่อยู่ทั้งหมดได้ที่ /about/api', origin));

const wrong = (errors: NonNullable<Problem['errors']>, origin: string): Response =>
  problemAnswer(
    problem('parameters_not_understood', errors.map(({ detail }) => detail).join(' · '), origin, { errors }),
  );

const problemAnswer = (document: Problem): Response =>
  new Response(`${JSON.stringify(document)}\n`, {
    status: document.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8' },
  });

/** The other pages of a list (RFC 8288), all as of the same moment. */
function pageLinks(paging: Paging | undefined, asked: Asked): readonly string[] {
  if (paging === undefined) return [];
  const { page, pages, asOf } = paging;
  const to = (relation: string, number: number): string => {
    const changed = { page: String(number), ...(asOf !== null && { asOf }) };
    return `<${addressOf(asked, changed)}>; rel="${relation}"`;
  };
  return [
    to('first', 1),
    ...(page > 1 ? [to('prev', Math.min(page - 1, pages))] : []),
    ...(page < pages ? [to('next', page + 1)] : []),
    to('last', pages),
  ];
}

const nextLink = (next: Readonly<Record<string, string>> | undefined, asked: Asked): readonly string[] =>
  next === undefined ? [] : [`<${addressOf(asked, next)}>; rel="next"`];

/** The address that was asked, with some parts of its path and some parameters changed. */
function addressOf(
  { operation, path, query }: Asked,
  changed: Readonly<Record<string, string | null>>,
): string {
  const filled = operation.address.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(changed[name] ?? path[name] ?? ''),
  );
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) params.delete(name);
    else if (!(name in path)) params.set(name, value);
  }
  const text = params.toString();
  return `${apiRoot}${filled}${text === '' ? '' : `?${text}`}`;
}
