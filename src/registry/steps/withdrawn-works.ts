import type { Withdrawal } from '../../../db/search-rows.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { hasBegun } from '../../domain/iso-date.ts';
import { withdrawalOf } from '../../domain/timeline.ts';

/** The works that are withdrawn by a day; a withdrawal without a date counts on every day, as in `standingOn`. */
export function withdrawnWorkIds(withdrawals: readonly Withdrawal[], today: IsoDate): ReadonlySet<number> {
  const happened = withdrawals.filter(({ event: { date } }) => date === null || hasBegun(date.start, today));
  const byWork = Map.groupBy(happened, ({ workId }) => workId);
  return new Set(
    [...byWork].flatMap(([workId, group]) =>
      withdrawalOf(group.map(({ event }) => event)) === null ? [] : workId,
    ),
  );
}
