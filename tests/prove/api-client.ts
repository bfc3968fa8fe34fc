import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { ApiDocument } from '../support/api-contract.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';
import { followPages } from './api-pages.ts';
import { askEveryOperation, type Question, type Tally } from './api-questions.ts';
import { type LieReport, tellLies } from './document-lies.ts';
import { type GeneratedClient, generateClient } from './generated-client.ts';
import { type JudgedClient, judgedClient } from './judged-client.ts';
import { rareArchive } from './rare-works.ts';

const registryProgram = fileURLToPath(new URL('../../src/cli/registry.ts', import.meta.url));
const PATIENCE_MS = 30_000;
const BETWEEN_LOOKS_MS = 50;

/** A running server, its document, and the client that was generated from it. */
export type ClientOfServer = {
  readonly server: BuiltServer;
  readonly document: ApiDocument;
  readonly client: GeneratedClient;
  remove(): Promise<void>;
};

/** @param dataDir as for `startBuiltServer` */
export async function aClientOfAServer(dataDir?: string): Promise<ClientOfServer> {
  const server = await startBuiltServer(dataDir);
  const document = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as ApiDocument;
  const client = await generateClient(document);
  const remove = async (): Promise<void> => {
    await client.remove();
    await server.remove();
  };
  return { server, document, client, remove };
}

export type ClientReport = {
  readonly tally: Tally;
  /** How many pages the lists had that were followed. */
  readonly pages: ReadonlyMap<string, number>;
  /** Addresses that were asked again as of a moment, after more was published; and those whose answer as of now has changed. */
  readonly repeated: readonly string[];
  readonly changed: readonly string[];
  readonly faults: readonly string[];
  readonly exchanges: JudgedClient['exchanges'];
};

export type ClientOptions = {
  /** For how many answers of each kind an operation is asked. */
  readonly size: number;
  readonly seed: number;
  /** How many test works are published before the questions of a moment are asked again. */
  readonly more: number;
};

/** Asks all that the document tells of through the generated client, publishes more, and asks again what was of a moment. */
export async function proveClient(
  { server, document, client }: ClientOfServer,
  { size, seed, more }: ClientOptions,
): Promise<ClientReport> {
  const judged = judgedClient(client, document);
  const { questions, tally } = await askEveryOperation(judged, document, { size, seed });
  const dated = await askAsOf(judged, document, questions);
  await publishMore(server, more);
  const { repeated, changed } = await askAsOfAgain(judged, dated);
  const pages = await followPages(judged, document, questions);
  const { faults, exchanges } = judged;
  return { tally, pages, repeated, changed, faults, exchanges };
}

type Dated = { readonly question: Question; readonly asOf: string; readonly text: string };

const takesAsOf = (document: ApiDocument, address: string): boolean =>
  (document.paths[address]?.get.parameters ?? []).some(({ name }) => name === 'asOf');

/** As of when an answer is, or its lasting address, where it is of no moment itself. */
function momentOf(body: unknown): string | undefined {
  const { asOf, lasting } = body as { readonly asOf?: string | null; readonly lasting?: string };
  return asOf ?? (lasting && new URL(lasting).searchParams.get('asOf')) ?? undefined;
}

/** Asks again as of the moment that an answer gave. */
async function askAsOf(
  client: JudgedClient,
  document: ApiDocument,
  questions: readonly Question[],
): Promise<readonly Dated[]> {
  const dated: Dated[] = [];
  for (const question of questions) {
    const { address, asked, answered } = question;
    const asOf = momentOf(answered.body);
    if (!takesAsOf(document, address) || asked['asOf'] !== undefined || asOf === undefined) continue;
    const { text, url } = await client.ask(address, { ...asked, asOf });
    const isOfIt = (answered.body as { readonly asOf?: string | null }).asOf !== null;
    if (isOfIt && text !== answered.text)
      client.faults.push(`${url}: another answer than the one that was of this moment`);
    dated.push({ question, asOf, text });
  }
  return dated;
}

async function askAsOfAgain(
  client: JudgedClient,
  dated: readonly Dated[],
): Promise<Pick<ClientReport, 'repeated' | 'changed'>> {
  const changed = new Set<string>();
  for (const { question, asOf, text } of dated) {
    const { address, asked } = question;
    const again = await client.ask(address, { ...asked, asOf });
    if (again.text !== text) client.faults.push(`${again.url}: not what it was before more was published`);
    const now = await client.ask(address, asked);
    if (now.text.replaceAll(/"asOf":"[^"]*"/g, '') !== text.replaceAll(/"asOf":"[^"]*"/g, ''))
      changed.add(address);
  }
  return { repeated: [...new Set(dated.map(({ question }) => question.address))], changed: [...changed] };
}

/** Test works with parties, evidence and clauses that spread, put into the register of a running server. */
const publishMore = (server: BuiltServer, works: number): Promise<void> =>
  changeRegister(server, ['generate', '--works', String(works), '--agreements', '--spread']);

/** Runs a command of the registrar beside a running server, and waits until the server sees what it did. */
async function changeRegister(server: BuiltServer, words: readonly string[]): Promise<void> {
  const revision = async (): Promise<unknown> =>
    ((await (await fetch(`${server.origin}/healthz`)).json()) as { readonly revision: unknown }).revision;
  const before = await revision();
  const env = { ...process.env, DATA_DIR: server.dataDir };
  await promisify(execFile)(process.execPath, [registryProgram, ...words], { env });
  const deadline = Date.now() + PATIENCE_MS;
  while ((await revision()) === before) {
    if (Date.now() > deadline) throw new Error(`the server does not see what ${words[0]} did`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

/** `npm run prove -- api-client [--size N] [--seed S]`. Exit code 0 when the promise held. */
export default async function proveApiClient(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' } },
  });
  const site = await aClientOfAServer(mkdtempSync(join(tmpdir(), 'api-client-server-')));
  const archive = rareArchive();
  try {
    await changeRegister(site.server, ['import', archive]);
    const compiled = site.client.compile();
    const asked = { size: Number(values.size), seed: Number(values.seed), more: 120 };
    const report = await proveClient(site, asked);
    console.log(`${report.exchanges.length} answers judged; now the control: a lie about every field`);
    const lies = await tellLies(site.document, report.exchanges, Number.POSITIVE_INFINITY);
    print(report, compiled, lies);
    const isHeld = report.faults.length === 0 && compiled.length === 0 && report.changed.length > 0;
    const isControlled = lies.believed.length < lies.told / 4;
    console.log(isHeld && isControlled ? 'The promise held.' : 'The promise did not hold.');
    return isHeld && isControlled ? 0 : 1;
  } finally {
    await rm(archive, { recursive: true });
    await site.remove();
  }
}

function print(report: ClientReport, compiled: readonly string[], lies: LieReport): void {
  for (const [address, counts] of report.tally) {
    const told = [...counts].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    console.log(`${address.padEnd(60)} ${told.join(', ')}`);
  }
  for (const fault of [...compiled, ...report.faults].slice(0, 20)) console.log(fault);
  const pages = [...report.pages].map(([address, count]) => `${address} ${count}`);
  console.log(`the client compiles with ${compiled.length} complaints`);
  console.log(`${report.exchanges.length} answers, ${report.faults.length} not as the document says`);
  console.log(`pages followed: ${pages.join(', ')}`);
  console.log(`as of a moment: ${report.repeated.join(', ')}; changed since: ${report.changed.join(', ')}`);
  console.log(
    `control: ${lies.told - lies.believed.length} of ${lies.told} lies about fields were found out`,
  );
  console.log(`told of no answer: ${lies.believed.join(', ')}`);
}
