import type { Answer } from './answer.ts';
import { type RefusalStatus, refusals } from './refusals.ts';

/** How a refusal is written: for a person, or for a program that asked for JSON. */
export type RefusalForm = 'html' | 'json';

/** What a particular refusal adds: a reference for the log, or the methods that would have been answered. */
export type RefusalDetails = { readonly requestId?: string; readonly allow?: string };

/** JSON when the client asks for JSON and not for a page, or when the address itself ends in `.json`. */
export function refusalForm(accept: string | undefined, path: string): RefusalForm {
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
    ['Content-Type', form === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ];
  if (status === 405) headers.push(['Allow', allow ?? 'GET, HEAD, POST']);
  if (status === 503) headers.push(['Retry-After', '5']);
  const body = form === 'json' ? jsonBody(status, requestId) : htmlBody(status, requestId);
  return { status, headers, body: Buffer.from(body) };
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
