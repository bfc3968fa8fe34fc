import { isDeepStrictEqual } from 'node:util';
import type { ApiDocument, ApiOperation } from '../support/api-contract.ts';
import type { Question } from './api-questions.ts';
import type { Values } from './found-values.ts';
import type { Answered, JudgedClient } from './judged-client.ts';

type Body = Readonly<Record<string, unknown>>;

const MOST_PAGES = 500;

const bodyOf = ({ body }: Answered): Body => body as Body;

const parameterOf = ({ parameters = [] }: ApiOperation, name: string) =>
  parameters.find((one) => one.name === name);

/**
 * Follows `Link` from every list to its end, in pages of about a third of it, and asks whether the pages are of one moment
 * and have together the rows of one long page, each once. What is wrong goes to the faults of the client.
 * @returns how many pages each address had
 */
export async function followPages(
  client: JudgedClient,
  document: ApiDocument,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, number>> {
  const followed = new Map<string, number>();
  for (const [address, { get: operation }] of Object.entries(document.paths)) {
    const most = parameterOf(operation, 'perPage')?.schema.maximum ?? null;
    const [longest] = questions
      .filter((one) => one.address === address && one.asked['asOf'] === undefined)
      .toSorted((a, b) => totalOf(b.answered) - totalOf(a.answered));
    if (longest === undefined) continue;
    const { page: _, ...asked } = longest.asked;
    const first = await client.ask(address, asked);
    if (nextOf(first) === null && most === null) continue;
    const total = totalOf(first);
    const third = most === null ? {} : { perPage: Math.min(most, Math.ceil(total / 3)) };
    const pages = await follow(client, address, { ...asked, ...third });
    followed.set(address, pages.length);
    const fault =
      faultOf(pages, total) ?? (parameterOf(operation, 'asOf') === undefined ? null : momentFault(pages));
    if (fault !== null) client.faults.push(`${pages[0]?.url}: ${fault}`);
    if (most === null || total > most) continue;
    const whole = await client.ask(address, { ...asked, perPage: most });
    for (const name of rowsIn(pages)) {
      if (
        !isDeepStrictEqual(
          pages.flatMap((page) => bodyOf(page)[name]),
          bodyOf(whole)[name],
        )
      )
        client.faults.push(`${whole.url}: ${name} differ from those of its pages`);
    }
  }
  return followed;
}

const totalOf = (answered: Answered): number => Number(bodyOf(answered)['total'] ?? 0);

/** Where `Link` leads on (RFC 8288). */
function nextOf({ headers, url }: Answered): URL | null {
  const [, next] = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '') ?? [];
  return next === undefined ? null : new URL(next, url);
}

async function follow(client: JudgedClient, address: string, asked: Values): Promise<readonly Answered[]> {
  const pages = [await client.ask(address, asked)];
  for (;;) {
    const last = pages.at(-1);
    const next = last === undefined ? null : nextOf(last);
    if (next === null || pages.length > MOST_PAGES) return pages;
    pages.push(await client.ask(address, { ...asked, ...Object.fromEntries(next.searchParams) }));
  }
}

/** The lists of an answer that its pages divide: those that are not the same on all of them. */
function rowsIn(pages: readonly Answered[]): readonly string[] {
  const [first] = pages;
  if (first === undefined) return [];
  return Object.entries(bodyOf(first))
    .filter(([, value]) => Array.isArray(value))
    .map(([name]) => name)
    .filter((name) => pages.some((page) => !isDeepStrictEqual(bodyOf(page)[name], bodyOf(first)[name])));
}

const momentFault = (pages: readonly Answered[]): string | null =>
  new Set(pages.map((page) => bodyOf(page)['asOf'])).size > 1 ? 'its pages are of several moments' : null;

function faultOf(pages: readonly Answered[], total: number): string | null {
  if (pages.length > MOST_PAGES) return 'its pages do not end';
  if (pages.some(({ status }) => status !== 200)) return 'a page was refused';
  if (pages.length < 2) return null;
  const divided = rowsIn(pages);
  if (divided.length === 0) return 'its pages say the same';
  for (const name of divided) {
    const rows = pages.flatMap((page) => bodyOf(page)[name] as readonly unknown[]);
    if (new Set(rows.map((row) => JSON.stringify(row))).size < rows.length) return `${name} come twice`;
    if ('perPage' in bodyOf(pages[0] as Answered) && rows.length !== total)
      return `${rows.length} of ${total} ${name}`;
  }
  return null;
}
