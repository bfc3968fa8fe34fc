import { join } from 'node:path';
import { openRegister } from '../../db/connection.ts';
import { createAuth } from '../auth/auth.ts';
import { readSettings } from '../env.ts';
import { createPictureDrawer } from '../exports/draw-picture.ts';
import { createExaminer } from '../files/examine-file.ts';
import { createFileStore } from '../files/file-store.ts';
import { createConverter } from '../intake/create-converter.ts';
import { indexWords } from '../search/index-words.ts';
import type { IndexerQueue } from '../search/indexer-queue.ts';
import { publicSets } from './find-download.ts';

type Services = Pick<
  App.Locals,
  | 'register'
  | 'origin'
  | 'auth'
  | 'searchIndex'
  | 'searchWords'
  | 'drawPicture'
  | 'converter'
  | 'downloads'
  | 'files'
>;

let services: Services | undefined;

/**
 * What the front door would hand to a page, for `astro dev`, which has no front door: the register of
 * DATA_DIR, opened at the first request. The search index is not kept up to date there, and no file can be attached,
 * because the front door receives them.
 */
export function developmentLocals(): Omit<App.Locals, 'session'> {
  services ??= openServices();
  return {
    ...services,
    now: new Date().toISOString(),
    clientAddress: '127.0.0.1',
    uploads: [],
    requestId: 'development',
  };
}

function openServices(): Services {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new Error(settings.refusal.sentence);
  const { dataDir, origin } = settings.value;
  const register = openRegister({ file: join(dataDir, 'registry.db') });
  const auth = createAuth({ register, isSecure: false, now: () => new Date().toISOString() });
  return {
    register,
    origin,
    auth,
    searchIndex: noIndexer,
    searchWords: indexWords(join(dataDir, 'search')),
    drawPicture: createPictureDrawer(),
    converter: createConverter(),
    downloads: () => publicSets(join(dataDir, 'downloads'), register),
    files: { store: createFileStore(join(dataDir, 'files')), examine: createExaminer() },
  };
}

const noIndexer: IndexerQueue = {
  requestIndex: () => undefined,
  status: () => ({ state: 'stopped', lastSuccess: null, lastFailure: null }),
  stop: () => Promise.resolve(),
};
