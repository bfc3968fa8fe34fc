import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import ts from 'typescript';
import type { ApiDocument } from '../support/api-contract.ts';

/** What a function of the client gives back: one of `data` and `error`, read from the answer. */
export type Told = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response };

/** The function of one operation. */
export type ClientCall = (options: {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}) => Promise<Told>;

export type GeneratedClient = {
  /** By `operationId`. */
  readonly calls: Readonly<Record<string, ClientCall>>;
  /** Sends every request of the client from now on. */
  sendThrough(send: (request: Request) => Promise<Response>): void;
  /** What the strict compiler of TypeScript holds against the client. */
  compile(): readonly string[];
  remove(): Promise<void>;
};

/** The client that `@hey-api/openapi-ts` makes of a document, as it makes it for a stranger. */
export async function generateClient(document: ApiDocument): Promise<GeneratedClient> {
  const folder = await mkdtemp(join(tmpdir(), 'api-client-'));
  const input = join(folder, 'openapi.json');
  await writeFile(input, JSON.stringify(document));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const path = join(folder, 'client');
  await createClient({
    input,
    output: { path, module: { extension: '.ts' } },
    plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk'],
    logs: { level: 'silent', file: false },
  });
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(join(path, name)).href);
  const calls = (await load('sdk.gen.ts')) as GeneratedClient['calls'];
  const { client } = (await load('client.gen.ts')) as {
    readonly client: { setConfig(config: { fetch: (request: Request) => Promise<Response> }): void };
  };
  return {
    calls,
    sendThrough: (send) => client.setConfig({ fetch: send }),
    compile: () => faultsOf(join(path, 'index.ts')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function faultsOf(file: string): readonly string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    allowImportingTsExtensions: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
