import type { Withdrawal } from '../../../db/search-rows.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { hasBegun } from '../../domain/timeline.ts';

/** The works that are withdrawn by a day; a withdrawal without a date counts on every day, as in `standingOn`. */
export const withdrawnWorkIds = (withdrawals: readonly Withdrawal[], today: IsoDate): ReadonlySet<number> =>
  new Set(
    withdrawals.flatMap(({ workId, event }) =>
      event.date === null || hasBegun(event.date.start, today) ? workId : [],
    ),
  );
