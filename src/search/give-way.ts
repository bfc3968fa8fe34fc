/** Work may hold its thread so long, in milliseconds, before others get their turn. */
const turnMilliseconds = 10;

/** Awaited between the steps of long work. */
export type GiveWay = () => Promise<void> | undefined;

/**
 * For work that takes long in one piece: to be awaited between its steps. It passes at once until a turn is over, and
 * then lets everything else that waits go first.
 */
export function startTurns(): GiveWay {
  let began = performance.now();
  return () => {
    if (performance.now() - began < turnMilliseconds) return;
    return new Promise((resolve) => {
      setTimeout(() => {
        began = performance.now();
        resolve();
      }, 0);
    });
  };
}
