import { STATUS_CODES } from 'node:http';
import { isProblemCode, type Problem, problems } from '../api/problem.ts';
import type { Answer } from './answer.ts';
import { type RefusalStatus, refusals } from './refusals.ts';
import { routeKind } from './route-kind.ts';

/** How a refusal is written: for a person, for a program that asked for JSON, or as the API writes its problems. */
export type RefusalForm = 'html' | 'json' | 'problem';

/** What a particular refusal adds: a reference for the log, or the methods that would have been answered. */
export type RefusalDetails = { readonly requestId?: string; readonly allow?: string };

/** A problem document for every address of the API; else JSON when the client asks for JSON and not for a page, or when the address itself ends in `.json`. */
export function refusalForm(accept: string | undefined, path: string): RefusalForm {
  if (routeKind(path.split('?')[0] ?? '') === 'data') return 'problem';
  if (path.endsWith('.json')) return 'json';
  return accept?.includes('application/json') === true && !accept.includes('text/html') ? 'json' : 'html';
}

/**
 * The answer for a request refused before any page is made. Nothing of the request is repeated in it.
 * `requestId` is shown with a 500, so that the person and the log can be brought together.
 */
export function refusalAnswer(
  status: RefusalStatus,
  form: RefusalForm,
  details: RefusalDetails = {},
): Answer {
  const { requestId, allow } = details;
  const headers: [string, string][] = [
    ['Content-Type', `${types[form]}; charset=utf-8`],
    ['Cache-Control', 'no-store'],
  ];
  if (status === 405) headers.push(['Allow', allow ?? 'GET, HEAD, POST']);
  if (status === 503) headers.push(['Retry-After', '5']);
  const body = bodies[form](status, requestId);
  return { status, headers, body: Buffer.from(body) };
}

const types: Readonly<Record<RefusalForm, string>> = {
  html: 'text/html',
  json: 'application/json',
  problem: 'application/problem+json',
};

const bodies: Readonly<
  Record<RefusalForm, (status: RefusalStatus, requestId: string | undefined) => string>
> = { html: htmlBody, json: jsonBody, problem: problemBody };

function problemBody(status: RefusalStatus, requestId: string | undefined): string {
  const { code, happened, next } = refusals[status];
  const title = STATUS_CODES[status] ?? code;
  const document: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail: `${happened} ${next}`,
    detailEn: isProblemCode(code) ? problems[code].en : title,
    ...(requestId !== undefined && { requestId }),
  };
  return `${JSON.stringify(document)}\n`;
}

function jsonBody(status: RefusalStatus, requestId: string | undefined): string {
  const { code, happened, next } = refusals[status];
  return `${JSON.stringify({ error: { status, code, message: happened, next, requestId } })}\n`;
}

function htmlBody(status: RefusalStatus, requestId: string | undefined): string {
  const { happened, next } = refusals[status];
  const reference = requestId === undefined ? '' : `\n<p>รหัสอ้างอิง: <code>${requestId}</code></p>`;
  return `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${happened}</title>
</head>
<body>
<main class="refusal">
<h1>${happened}</h1>
<p>${next}</p>${reference}
<p><a href="/">ไปหน้าแรกของทะเบียน</a></p>
</main>
</body>
</html>
`;
}
