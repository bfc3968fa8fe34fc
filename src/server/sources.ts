import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, headerOf } from './answer.ts';
import { clientAddressOf } from './client-address.ts';
import { builtFileAge, bundleFileAge, FOR_EVER } from './file-ages.ts';
import { findDownload } from './find-download.ts';
import type { FrontDoorParts, Limits } from './front-door-parts.ts';
import { createPageMaker } from './make-page.ts';
import { oncePerTurn } from './once-per-turn.ts';
import { createPageCache } from './page-cache.ts';
import { pageKey } from './page-key.ts';
import { type PostedForm, personalPageRequest, publicPageRequest } from './page-request.ts';
import { pageStamp } from './page-stamp.ts';
import { type ReadyAnswer, type ReadyOptions, readyAnswer } from './ready-answer.ts';
import { type HeaderProfile, securityHeaders } from './security-headers.ts';
import type { StoredFile } from './send-stored-file.ts';
import { serveFiles } from './serve-files.ts';
import { type SearchedNow, serveLiveIndex } from './serve-live-index.ts';
import { servePacks } from './serve-packs.ts';
import { findPublicFile, storedFileOf } from './stored-files.ts';
import { reasonOf, type WriteLog } from './write-log.ts';

/** What is asked of a personal page. */
export type PersonalQuestion = {
  readonly request: IncomingMessage;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly form: PostedForm | null;
};

/** Where answers come from. `null` means that there is no such file. */
export type Sources = {
  /** The kept page for a raw address, if any: asked first, so that most requests end here. */
  keptPage(rawAddress: string): ReadyAnswer | undefined;
  publicPage(path: string, query: string): Promise<ReadyAnswer>;
  /** A page may answer with a file of the store instead, which is then sent as a stream. */
  personalPage(asked: PersonalQuestion): Promise<ReadyAnswer | StoredFile>;
  publicFile(path: string): Promise<StoredFile | null>;
  /** A file with the whole register. */
  download(path: string): Promise<StoredFile | null>;
  builtFile(path: string): Promise<ReadyAnswer | null>;
  bundleFile(path: string): Promise<ReadyAnswer | null>;
  health(): Promise<ReadyAnswer>;
};

const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** Of what is kept, for the next reader here or in the reader's own browser. */
const KEPT_QUALITY = 7;
/** Of what one person is given once, and of what is so large that squeezing it would take longer than making it. */
const ONCE_QUALITY = 5;
const LARGE_BYTES = 512 * 1024;
const BUNDLE_PREFIX = '/pagefind';

/** Puts the sources of answers together: page cache, site, files of the build, search bundle, health. */
export function createSources(
  parts: FrontDoorParts & { readonly limits: Limits; readonly log: WriteLog },
): Sources {
  const { settings, register, limits } = parts;
  const heads = headsFor(settings.isSecure);
  const makePage = createPageMaker(parts);
  const stamp = oncePerTurn(() => pageStamp(register.revision(), Date.now()));
  const pages = createPageCache({
    stamp,
    ready: (answer) => readyAnswer(withoutProfile(answer), publicOptions(answer, heads)),
    maxBytes: limits.cacheBytes,
  });
  const options = { securityHeaders: heads.page };
  const builtFile = serveFiles({
    root: parts.clientDir,
    cacheControl: builtFileAge,
    partHeaders: heads.part,
    ...options,
  });
  const bundleFile = servePacks(
    serveLiveIndex(
      serveFiles({ root: parts.searchDir, cacheControl: bundleFileAge, ...options }),
      parts.searchDir,
      askedOnce(stamp, parts.searchedNow ?? nothingNew),
      { ...options, quality: KEPT_QUALITY },
    ),
    { ...options, cacheControl: FOR_EVER, quality: KEPT_QUALITY, hasEtag: false },
  );
  return {
    keptPage: (rawAddress) => pages.get(rawAddress),
    publicPage: async (path, query) => {
      const { address, isStorable } = pageKey(path, query);
      const make = () =>
        makePage(publicPageRequest(address, settings.origin), { kind: 'public', requestId: randomUUID() });
      if (isStorable) return pages.get(address) ?? pages.render(address, make);
      const answer = await make();
      return readyAnswer(withoutProfile(answer), publicOptions(answer, heads));
    },
    personalPage: async ({ request, host, path, query, form }) => {
      const origin = new URL(`${settings.isSecure ? 'https' : 'http'}://${host}`).origin;
      const address = query === '' ? path : `${path}?${query}`;
      const { headers, socket } = request;
      const forwarded = headers['x-forwarded-for'];
      const clientAddress = clientAddressOf(socket.remoteAddress ?? '', forwarded, settings.trustedProxies);
      const uploads = form?.uploads ?? [];
      const visit = { kind: 'personal', clientAddress, requestId: randomUUID(), uploads } as const;
      const answer = await makePage(
        personalPageRequest(request, { address, origin, clientAddress, form }),
        visit,
      );
      const file = parts.files ? storedFileOf(answer, parts.files.pathOf) : null;
      if (file !== null) return file;
      return readyAnswer(withoutAge(answer), personalOptions(heads.personal));
    },
    publicFile: (path) => findPublicFile(path, parts.files),
    download: async (path) =>
      parts.downloads ? findDownload(path, parts.downloads.folder, parts.downloads.sets) : null,
    builtFile,
    bundleFile: (path) => bundleFile(path.slice(BUNDLE_PREFIX.length)),
    health: async () => {
      const answer = await healthAnswer(parts);
      return readyAnswer(answer, personalOptions(heads.page));
    },
  };
}

/** A register that does not change. */
const nothingNew: SearchedNow = { withdrawnWorks: () => [], position: () => 0 };

const askedOnce = (stamp: () => string, { withdrawnWorks, position }: SearchedNow): SearchedNow => ({
  withdrawnWorks: keptWhile(stamp, withdrawnWorks),
  position: keptWhile(stamp, position),
});

/** Asks again only when the stamp has changed. */
function keptWhile<T>(stamp: () => string, ask: () => T): () => T {
  let known: { readonly stamp: string; readonly value: T } | null = null;
  return () => {
    const now = stamp();
    if (known?.stamp !== now) known = { stamp: now, value: ask() };
    return known.value;
  };
}

type Heads = Readonly<Record<HeaderProfile, ReturnType<typeof securityHeaders>>>;

const headsFor = (isSecure: boolean): Heads => ({
  page: securityHeaders('page', isSecure),
  data: securityHeaders('data', isSecure),
  personal: securityHeaders('personal', isSecure),
  card: securityHeaders('card', isSecure),
  part: securityHeaders('part', isSecure),
});

/** What the site answers publicly and is no page is data: it depends on no cookie, so any site may read it. */
const isData = (answer: Answer): boolean =>
  !/^text\/html/i.test(headerOf(answer, 'content-type') ?? 'text/html');

/** By this a page says that it is a card, whose own style and script are allowed. It never leaves the house. */
const PROFILE_HEADER = 'x-inline';

const withoutProfile = (answer: Answer): Answer => ({
  ...answer,
  headers: answer.headers.filter(([name]) => name.toLowerCase() !== PROFILE_HEADER),
});

const headOf = (answer: Answer, heads: Heads): Heads['page'] => {
  if (headerOf(answer, PROFILE_HEADER) === 'card') return heads.card;
  return isData(answer) ? heads.data : heads.page;
};

/** How hard a public answer is squeezed, see `ReadyOptions`. */
export const qualityOfKept = ({ body }: Pick<Answer, 'body'>): number =>
  body.length > LARGE_BYTES ? ONCE_QUALITY : KEPT_QUALITY;

const publicOptions = (answer: Answer, heads: Heads): ReadyOptions => ({
  securityHeaders: headOf(answer, heads),
  cacheControl: answer.status >= 500 ? 'no-store' : ASK_AGAIN,
  quality: qualityOfKept(answer),
  hasEtag: true,
});

const personalOptions = (head: Heads['page']): ReadyOptions => ({
  securityHeaders: head,
  cacheControl: 'no-store',
  quality: ONCE_QUALITY,
  hasEtag: false,
});

/** Nothing personal is ever stored, whatever the page says about itself. */
const withoutAge = (answer: Answer): Answer => ({
  ...answer,
  headers: answer.headers.filter(([name]) => name.toLowerCase() !== 'cache-control'),
});

async function healthAnswer({
  register,
  health,
  log,
}: FrontDoorParts & { readonly log: WriteLog }): Promise<Answer> {
  const headers = [['Content-Type', 'application/json']] as const;
  try {
    const facts = { status: 'ok', revision: register.revision(), ...(await health()) };
    return { status: 200, headers, body: Buffer.from(`${JSON.stringify(facts)}\n`) };
  } catch (error) {
    log({ level: 'error', event: 'health_failed', reason: reasonOf(error) });
    return { status: 503, headers, body: Buffer.from(`${JSON.stringify({ status: 'failing' })}\n`) };
  }
}
