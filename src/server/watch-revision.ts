/** Stops watching. */
export type StopWatching = () => void;

/**
 * Calls `onChange` once now and then whenever the revision differs from the one seen before. Looking is the only way to
 * learn of a publication by another process, such as an import on the command line.
 */
export function watchRevision(
  revision: () => number | string,
  everyMs: number,
  onChange: () => void,
): StopWatching {
  let seen = revision();
  onChange();
  const timer = setInterval(() => {
    const now = revision();
    if (now === seen) return;
    seen = now;
    onChange();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
