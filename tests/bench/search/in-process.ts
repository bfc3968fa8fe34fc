import type { OpenEngine } from './engine.ts';

/** An engine that answers in this process: nothing goes over a wire. */
export function openInProcess(
  find: (query: string) => readonly string[] | Promise<readonly string[]>,
  close: () => void,
): OpenEngine {
  const timed = async (query: string) => {
    const startedAt = performance.now();
    const found = await find(query);
    return { found, cost: { requests: 0, kilobytes: 0, milliseconds: performance.now() - startedAt } };
  };
  return {
    ask: async (query, nextQuery) => {
      const { found, cost } = await timed(query);
      return { found, first: cost, next: (await timed(nextQuery)).cost };
    },
    close: async () => close(),
  };
}
