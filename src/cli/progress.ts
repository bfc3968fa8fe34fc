import { SingleBar } from 'cli-progress';

export type Progress = {
  /** @param total the number of things to do, when it is known only now */
  report(done: number, total?: number): void;
  end(): void;
};

const plainEveryMilliseconds = 2000;

/**
 * Shows how far a long command is: a bar with an estimate on a terminal, otherwise a plain line every
 * two seconds. Writes to stderr, so that stdout stays the result.
 */
export function startProgress(label: string, total: number): Progress {
  return process.stderr.isTTY ? bar(label, total) : lines(label, total);
}

function bar(label: string, total: number): Progress {
  const format = `${label} {bar} {value}/{total} · {percentage}% · about {eta_formatted} left`;
  const shown = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  shown.start(total, 0);
  return {
    report: (done, newTotal) => {
      if (newTotal !== undefined) shown.setTotal(newTotal);
      shown.update(done);
    },
    end: () => shown.stop(),
  };
}

function lines(label: string, firstTotal: number): Progress {
  const startedAt = Date.now();
  let saidAt = startedAt;
  let total = firstTotal;
  return {
    report: (done, newTotal) => {
      total = newTotal ?? total;
      const now = Date.now();
      if (now - saidAt < plainEveryMilliseconds) return;
      saidAt = now;
      const left =
        done === 0 ? '' : `, about ${Math.ceil((((now - startedAt) / done) * (total - done)) / 1000)} s left`;
      process.stderr.write(`${label} ${done}/${total}${left}\n`);
    },
    end: () => undefined,
  };
}
