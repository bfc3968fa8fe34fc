import '../../src/server/require-node.mjs';
import { type Member, runNamed } from '../support/run-named.ts';

const proofs: readonly Member[] = [
  {
    name: 'kill-publish',
    about: 'SIGKILL in the middle of publishing loses nothing confirmed and leaves nothing half (--size 100)',
    load: () => import('./kill-publish.ts'),
  },
  {
    name: 'kill-index',
    about: 'SIGKILL in the middle of indexing always leaves an index that opens and answers (--size 60)',
    load: () => import('./kill-index.ts'),
  },
  {
    name: 'lost-updates',
    about: 'of people who save one draft at the same moment one wins and nobody is overwritten (--size 200)',
    load: () => import('./lost-updates.ts'),
  },
  {
    name: 'lost-typing',
    about:
      'killing browser, server or line while somebody types loses at most two seconds, never silently (--size 500)',
    load: () => import('./lost-typing.ts'),
  },
  {
    name: 'garbage',
    about: 'malformed requests never cause a 5xx, an exit or growing memory (--size 10000)',
    load: () => import('./garbage.ts'),
  },
  {
    name: 'uploads',
    about: 'mutated files crash nothing, leave nothing half, and none unsound is kept (--size 2000)',
    load: () => import('./uploads.ts'),
  },
  {
    name: 'recount',
    about:
      'after random acts every count of pages, lists and parties is what a plain recount comes to (--size 1000)',
    load: () => import('./recount.ts'),
  },
  {
    name: 'kill-upload',
    about: 'SIGKILL while files are attached leaves no row without its file (--size 100)',
    load: () => import('./kill-upload.ts'),
  },
  {
    name: 'api-client',
    about: 'a generated client asks every operation and gets what the document of the API says (--size 40)',
    load: () => import('./api-client.ts'),
  },
];

process.exitCode = await runNamed('prove', proofs, process.argv.slice(2));
