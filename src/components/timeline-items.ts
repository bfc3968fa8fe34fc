import type { EditionCard } from '../domain/edition-card.ts';
import { givenValue, type ValueState } from '../domain/fact.ts';
import type { WorkEvent } from '../domain/timeline.ts';
import type { WrittenDate } from '../thai/written-date.ts';

/** An edition as a timeline needs it. */
export type TimelineEdition = {
  readonly number: number;
  readonly publishedAt: string;
  readonly card: EditionCard;
};

export type TimelineItem =
  | (Dated & { readonly kind: 'edition'; readonly edition: TimelineEdition })
  | (Dated & { readonly kind: 'event'; readonly event: WorkEvent });

/** A date, or the state in which it is missing. */
type Dated = { readonly date: WrittenDate | null; readonly state: ValueState };

/** Editions and events of a work in one order: latest first, and what has no date at the end. */
export function timelineItems(
  editions: readonly TimelineEdition[],
  events: readonly WorkEvent[],
): readonly TimelineItem[] {
  const items: readonly TimelineItem[] = [
    ...editions.map((edition) => ({
      kind: 'edition' as const,
      date: givenValue(edition.card.adopted),
      state: edition.card.adopted.kind,
      edition,
    })),
    ...events.map((event) => ({
      kind: 'event' as const,
      date: event.date,
      state: event.date === null ? ('not_stated' as const) : ('given' as const),
      event,
    })),
  ];
  return items
    .map((item, position) => ({ item, position }))
    .sort((a, b) => laterFirst(a.item, b.item) || b.position - a.position)
    .map(({ item }) => item);
}

function laterFirst(a: TimelineItem, b: TimelineItem): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
  return b.date.start.localeCompare(a.date.start);
}
