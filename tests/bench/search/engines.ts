import type { Engine } from './engine.ts';

/** The engines by the name that `--engine` takes. */
export const engines: Readonly<Record<string, () => Promise<{ readonly default: Engine }>>> = {
  ours: () => import('./ours.ts'),
  server: () => import('./server.ts'),
  pagefind: () => import('./pagefind.ts'),
  fts5: () => import('./fts5.ts'),
  minisearch: () => import('./minisearch.ts'),
};
