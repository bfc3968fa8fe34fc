import type { DuePublication } from '../registry/publish-due.ts';
import { reasonOf, type WriteLog } from './write-log.ts';

/** Ends the watch; resolves when a round that is under way is done. */
export type StopPublishing = () => Promise<void>;

/**
 * Publishes what is planned, now and every so often: what became due while the server was down is published at its
 * start. Rounds never overlap. A round that throws is logged, and the next one tries again.
 */
export function publishOnTime(parts: {
  readonly publishDue: () => Promise<readonly DuePublication[]>;
  readonly everyMs: number;
  readonly log: WriteLog;
}): StopPublishing {
  const { publishDue, everyMs, log } = parts;
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  const round = async (): Promise<void> => {
    try {
      for (const { subject, outcome } of await publishDue()) {
        if ('published' in outcome) {
          log({
            level: 'info',
            event: 'published_on_time',
            path: `/${subject}/editions/${outcome.published}`,
          });
        } else {
          log({ level: 'error', event: 'plan_refused', path: `/${subject}`, reason: outcome.refused });
        }
      }
    } catch (error) {
      log({ level: 'error', event: 'publishing_failed', reason: reasonOf(error) });
    }
  };
  const go = (): void => {
    underWay = round().then(() => {
      if (isStopped) return;
      timer = setTimeout(go, everyMs);
      timer.unref();
    });
  };
  go();
  return () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    return underWay;
  };
}
