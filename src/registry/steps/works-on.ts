import type { Connection } from '../../../db/connection.ts';
import { listEditionsOf } from '../../../db/editions.ts';
import { listEventsOf } from '../../../db/events.ts';
import type { ListedWork } from '../../../db/lists.ts';
import { beYearOf, type EditionCard } from '../../domain/edition-card.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { currentEdition, editionOn } from '../../domain/succession.ts';
import { isWithdrawnOn, type Standing, standingOn } from '../../domain/timeline.ts';
import type { WorkName } from '../../domain/work.ts';
import { datedEditions } from '../../domain/work-timeline.ts';
import type { KnownAsOf } from './as-of-now.ts';

/** A work as it was on a day. */
export type WorkOn = {
  /** `undated`: it may have stood, no source says since when; `not_yet`: its first edition came later. */
  readonly kind: 'stood' | 'withdrawn' | 'undated' | 'not_yet';
  /** With the edition of that day; the current one where none stood yet. */
  readonly work: ListedWork;
  readonly standing: () => Standing;
};

/**
 * Works as they were on a day, in their order, by the adoption of their editions and otherwise by their publication in
 * the register. Events without a date are left out: nobody knows on which side of the day they lie.
 * @param asOf up to where the register counts; all of it unless told
 */
export async function worksOn(
  read: Connection,
  works: readonly (WorkName & { readonly workId: number })[],
  day: IsoDate,
  asOf: Partial<Pick<KnownAsOf, 'lastEdition' | 'lastEvent'>> = {},
): Promise<readonly WorkOn[]> {
  const ids = works.map(({ workId }) => workId);
  const editionsOf = await listEditionsOf(read, ids, asOf.lastEdition);
  const eventsOf = await listEventsOf(read, ids, asOf.lastEvent);
  return works.flatMap((work): WorkOn[] => {
    const editions = editionsOf.get(work.workId) ?? [];
    const events = (eventsOf.get(work.workId) ?? []).filter(({ date }) => date !== null);
    const dated = datedEditions(editions);
    const stood = editionOn(dated, day);
    const number = stood ?? currentEdition(dated);
    const edition = editions.find((one) => one.number === number);
    if (!edition) return [];
    const { card } = edition;
    const standing = () => standingOn(dated, events, day);
    const kindSince = () => (isWithdrawnOn(events, day) ? 'withdrawn' : 'stood');
    const kind = stood === null ? kindBefore(card, day) : kindSince();
    return [{ kind, work: { ...work, number: edition.number, card }, standing }];
  });
}

/** A text without an adoption may have stood before it was published, but not before the year that it prints. */
function kindBefore(card: EditionCard, day: IsoDate): 'undated' | 'not_yet' {
  const printedYear = beYearOf(card);
  const mayHaveStood = printedYear === null || printedYear - 543 <= Number(day.slice(0, 4));
  return card.adopted.kind !== 'given' && mayHaveStood ? 'undated' : 'not_yet';
}
