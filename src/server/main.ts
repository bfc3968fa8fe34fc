import './require-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPublicFile } from '../../db/attachments.ts';
import { openRegister, type Register } from '../../db/connection.ts';
import { createAuth } from '../auth/auth.ts';
import { readSettings, type Settings } from '../env.ts';
import { createPictureDrawer } from '../exports/draw-picture.ts';
import { createExaminer } from '../files/examine-file.ts';
import { createFileStore, type FileStore } from '../files/file-store.ts';
import { createConverter } from '../intake/create-converter.ts';
import { indexPosition } from '../registry/find-changed-works.ts';
import { listWithdrawn } from '../registry/list-withdrawn.ts';
import { publishDue } from '../registry/publish-due.ts';
import { readHealth } from '../registry/read-health.ts';
import { sweepFiles } from '../registry/sweep-files.ts';
import { readManifestOrNothing } from '../search/generations.ts';
import { indexWords } from '../search/index-words.ts';
import { createIndexerQueue } from '../search/indexer-queue.ts';
import type { PageHandler } from './ask-astro.ts';
import { publicSets } from './find-download.ts';
import { type FrontDoor, startFrontDoor } from './front-door.ts';
import { keepDownloads } from './keep-downloads.ts';
import { pageStamp } from './page-stamp.ts';
import { publishOnTime } from './publish-on-time.ts';
import { watchRevision } from './watch-revision.ts';
import { reasonOf, writeLog } from './write-log.ts';

const builtSite = new URL('../../dist/server/entry.mjs', import.meta.url);
const clientDir = fileURLToPath(new URL('../../dist/client', import.meta.url));
const indexerFile = fileURLToPath(new URL('./index-process.ts', import.meta.url));

/** Compiled modules of the indexer and of imports: their short runs begin half a second sooner. Node does without where it cannot write. */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/tammanoon-compiled', import.meta.url));

const WATCH_EVERY_MS = 500;
/** Until the index has caught up the server answers, so that it need not hurry beside those who look at once. */
const INDEX_AFTER_MS = 1000;
const SWEEP_EVERY_MS = 3_600_000;
const PUBLISH_EVERY_MS = 5000;
/** So long after a change, with those that came meanwhile, the files of the whole register are made. */
const DOWNLOAD_AFTER_MS = 600_000;
const nowText = (): string => new Date().toISOString();

/** Opens the register, seeds it when it is empty, and serves the built site until it is told to stop. */
async function serve(settings: Settings): Promise<FrontDoor> {
  const astroHandler = await loadSite();
  const register = openRegister({ file: join(settings.dataDir, 'registry.db') });
  if ((await readHealth(register)).editions === 0) await seed(register);
  const searchDir = join(settings.dataDir, 'search');
  const auth = createAuth({ register, isSecure: settings.isSecure, now: nowText });
  const searchIndex = createIndexerQueue({
    command: [indexerFile],
    debounceMilliseconds: INDEX_AFTER_MS,
    environment: { NODE_COMPILE_CACHE: compileCache, ...process.env },
  });
  const searchWords = indexWords(searchDir);
  const converter = createConverter({ environment: { NODE_COMPILE_CACHE: compileCache } });
  const drawPicture = createPictureDrawer();
  // At midnight a withdrawal may begin to count, and the index is to forget that text.
  const stampNow = (): string => pageStamp(register.revision(), Date.now());
  const store = createFileStore(join(settings.dataDir, 'files'));
  const files = { store, examine: createExaminer() };
  const downloadDir = join(settings.dataDir, 'downloads');
  const downloads = () => publicSets(downloadDir, register);
  const bulk = keepDownloads({
    folder: downloadDir,
    revision: register.revision,
    afterMs: DOWNLOAD_AFTER_MS,
    environment: { NODE_COMPILE_CACHE: compileCache, ...process.env },
    log: writeLog,
  });
  const services = { register, downloads, auth, searchIndex, searchWords, drawPicture, converter, files };
  const door = await startFrontDoor({
    settings,
    register,
    health: async () => ({
      ...(await readHealth(register)),
      searchGeneration: (await readManifestOrNothing(searchDir))?.generation ?? null,
    }),
    files: {
      mayBring: async (cookie) => (await auth.read(cookie)).signedIn !== null,
      newIncoming: store.newIncoming,
      pathOf: store.pathOf,
      findPublic: (sha256, name) => findPublicFile(register.read, sha256, name),
    },
    downloads: { folder: downloadDir, sets: downloads },
    locals: () => ({ ...services, origin: settings.origin, now: nowText(), session: null }),
    astroHandler,
    clientDir,
    searchDir,
    searchedNow: {
      withdrawnWorks: () => listWithdrawn(register, nowText()),
      position: () => indexPosition(register),
    },
    onClose: async () => {
      stopWatching();
      await stopPublishing();
      await bulk.stop();
      converter.stop();
      stopSweeping();
      await searchIndex.stop();
      auth.close();
      register.close();
    },
  });
  const stopWatching = watchRevision(stampNow, WATCH_EVERY_MS, () => {
    searchIndex.requestIndex();
    bulk.request();
  });
  const stopSweeping = keepSwept(register, store);
  const stopPublishing = publishOnTime({
    publishDue: () => publishDue(register, nowText()),
    everyMs: PUBLISH_EVERY_MS,
    log: writeLog,
  });
  return door;
}

/** Removes files on which nothing stands, now and every hour. One sweep that fails is made good by the next. */
function keepSwept(register: Register, store: FileStore): () => void {
  const sweep = (): void => {
    sweepFiles(register, store, Date.now()).catch((error: unknown) =>
      writeLog({ level: 'error', event: 'sweep_failed', reason: reasonOf(error) }),
    );
  };
  sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** Loaded only when it is needed, because every start waits for what is loaded before it. */
async function seed(register: Register): Promise<void> {
  const { seedRegister } = await import('./seed-register.ts');
  const editions = await seedRegister(register, nowText());
  console.log(`The register was empty: ${editions} editions were imported from content/archive.`);
}

async function loadSite(): Promise<PageHandler> {
  if (!existsSync(builtSite))
    throw new Error('The site is not built yet: run `npm start`, or `npm run build` first.');
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const built: { readonly handler: PageHandler } = await import(builtSite.href);
  return built.handler;
}

/** The first signal lets answers on their way finish; a second one ends the process at once. */
function stopOnSignal(door: FrontDoor): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    door.close().then(
      () => process.exit(0),
      (error: unknown) => fail(reasonOf(error)),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What to tell the operator when the server cannot start. */
function startFailure(error: unknown, settings: Settings): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `Port ${settings.port} is taken already; set PORT to another one.`;
  if (code === 'EACCES')
    return `Port ${settings.port} may not be used by this user; set PORT to one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}

const reading = readSettings(process.env);
if (!reading.ok) fail(reading.refusal.sentence);
const settings = reading.value;
try {
  stopOnSignal(await serve(settings));
  console.log(`The register is open at ${settings.origin}`);
} catch (error) {
  fail(startFailure(error, settings));
}
