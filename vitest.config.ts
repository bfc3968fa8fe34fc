import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/support/slowest-first.ts';

/** Rooms whose tests leave nothing behind in the modules they import: their files share a worker and what it has loaded. */
const sharing = [
  ...['archive', 'content', 'db', 'difference', 'domain', 'exports', 'facts', 'gazetteer', 'i18n', 'intake'],
  ...['registry', 'render', 'thai'],
].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: ['tests/support/temporary-folder.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than processors: much of a run is waiting for browsers, saving by itself and kills.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: sharing } },
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
    ],
  },
});
