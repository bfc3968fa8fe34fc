import type { OpenEngine } from './engine.ts';

type Names = readonly string[];

/**
 * An engine that answers in this process: nothing goes over a wire. `find` resolves when ten results can be shown, to
 * the ids of all results or to a function that names them.
 */
export function openInProcess(
  find: (query: string) => Names | Promise<() => Promise<Names>>,
  close: () => void,
): OpenEngine {
  const timed = async (query: string) => {
    const startedAt = performance.now();
    const found = await find(query);
    const cost = { requests: 0, kilobytes: 0, milliseconds: performance.now() - startedAt };
    return { found: typeof found === 'function' ? await found() : found, cost };
  };
  return {
    ask: async (query, nextQuery) => {
      const { found, cost } = await timed(query);
      return { found, first: cost, next: (await timed(nextQuery)).cost };
    },
    close: async () => close(),
  };
}
