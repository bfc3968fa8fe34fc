/** Resolves when it is one's turn. */
export type TakeTurn = () => Promise<void>;

/**
 * A queue that lets one go on in each turn of the event loop, in the order in which they came. Requests that arrive
 * together are announced in one turn, and what is made of a register without waiting would be made of all of them
 * before anything else can run: a health check, a timer, the next line of a file that is being received.
 */
export function createTurns(): TakeTurn {
  const waiting: (() => void)[] = [];
  let isCalling = false;
  const callNext = (): void => {
    const goOn = waiting.shift();
    isCalling = goOn !== undefined;
    if (goOn === undefined) return;
    goOn();
    setImmediate(callNext);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isCalling) return;
      isCalling = true;
      setImmediate(callNext);
    });
}
