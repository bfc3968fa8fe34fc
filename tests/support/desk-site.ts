import { existsSync } from 'node:fs';
import type { Register } from '../../db/connection.ts';
import { type Auth, createAuth, type SignedIn } from '../../src/auth/auth.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { FileRoom } from '../../src/files/file-room.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { createConverter } from '../../src/intake/create-converter.ts';
import type { IndexerQueue } from '../../src/search/indexer-queue.ts';
import { askAstro, type PageHandler } from '../../src/server/ask-astro.ts';
import type { Upload } from '../../src/server/receive-upload.ts';
import { storyBegins } from './register-with.ts';

const builtSite = new URL('../../dist/server/entry.mjs', import.meta.url);
const origin = 'http://localhost:4321';

/** What the site answered. */
export type SiteAnswer = {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
  header(name: string): string | null;
};

export type DeskSite = {
  get(address: string, who: Actor | null): Promise<SiteAnswer>;
  /** Sends a form as a browser does. */
  post(
    address: string,
    who: Actor | null,
    form: Readonly<Record<string, string>>,
    uploads?: readonly Upload[],
  ): Promise<SiteAnswer>;
  /** Sends a request with a Cookie header of its own, through the real sign-in. */
  ask(
    address: string,
    options: { readonly cookie?: string; readonly form?: Readonly<Record<string, string>> },
  ): Promise<SiteAnswer>;
  /** How often an update of the search index was asked for. */
  readonly indexRequests: () => number;
};

/**
 * The built site's pages over a register, without a front door and without a port. `who` signs in without a
 * password; `ask` goes the whole way.
 */
export async function aDeskSite(
  register: Register,
  options: { readonly auth?: Auth; readonly files?: FileRoom; readonly now?: () => Instant } = {},
): Promise<DeskSite> {
  const handler = await builtHandler();
  const converter = createConverter();
  let requests = 0;
  const searchIndex: IndexerQueue = {
    requestIndex: () => {
      requests += 1;
    },
    status: () => ({ state: 'idle', lastSuccess: null, lastFailure: null }),
    stop: () => Promise.resolve(),
  };

  async function send(
    address: string,
    auth: Auth,
    form: Readonly<Record<string, string>> | undefined,
    cookie: string,
    uploads: readonly Upload[] = [],
  ): Promise<SiteAnswer> {
    const body = form === undefined ? null : Buffer.from(new URLSearchParams(form).toString());
    const headers = { host: 'localhost:4321', origin, cookie, ...(body ? formHeaders(body) : {}) };
    const locals = {
      register,
      auth,
      searchIndex,
      converter,
      downloads: async () => [],
      origin,
      now: options.now?.() ?? storyBegins,
      clientAddress: '203.0.113.7',
      files: options.files ?? noFiles,
      uploads,
      requestId: 'request-of-a-test',
      session: null,
    };
    const answer = await askAstro(handler, { method: body ? 'POST' : 'GET', address, headers, body }, locals);
    const header = (name: string) =>
      answer.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
    return { status: answer.status, html: answer.body.toString(), location: header('location'), header };
  }

  return {
    get: (address, who) => send(address, signedInAs(register, who), undefined, ''),
    post: (address, who, form, uploads) => send(address, signedInAs(register, who), form, '', uploads),
    ask: (address, { cookie = '', form }) =>
      send(address, options.auth ?? signedInAs(register, null), form, cookie),
    indexRequests: () => requests,
  };
}

/** For stories without files: whoever asks it for one is told that there is none. */
const noFiles: FileRoom = {
  store: createFileStore('/dev/null/files'),
  examine: async () => ({ ok: false, refusal: 'broken' }),
};

const formHeaders = (body: Buffer) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': String(body.length),
});

async function builtHandler(): Promise<PageHandler> {
  if (!existsSync(builtSite))
    throw new Error('The site is not built: run `npm test`, or `npm run build` first.');
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const built: { readonly handler: PageHandler } = await import(builtSite.href);
  return built.handler;
}

/** An `Auth` that finds this person behind every request. */
function signedInAs(register: Register, who: Actor | null): Auth {
  const auth = createAuth({ register, isSecure: false, now: () => storyBegins });
  auth.close();
  const signedIn: SignedIn | null = who && {
    actor: who,
    userId: who.userId,
    username: `user-${who.userId}`,
    displayName: `ผู้ทดสอบ ${who.userId}`,
    sessionKey: 'session-of-a-test',
    confirmedAt: Date.parse(storyBegins) / 1000,
  };
  return { ...auth, read: async () => ({ signedIn, cookie: null }) };
}
