import type { EditionCard } from '../domain/edition-card.ts';
import type { WorkEvent } from '../domain/timeline.ts';
import type { WrittenDate } from '../thai/written-date.ts';

/** An edition as a timeline needs it. */
export type TimelineEdition = {
  readonly number: number;
  readonly publishedAt: string;
  readonly card: EditionCard;
};

export type TimelineItem =
  | { readonly kind: 'edition'; readonly date: WrittenDate | null; readonly edition: TimelineEdition }
  | { readonly kind: 'event'; readonly date: WrittenDate | null; readonly event: WorkEvent };

/** Editions and events of a work in one order: latest first, and what has no date at the end. */
export function timelineItems(
  editions: readonly TimelineEdition[],
  events: readonly WorkEvent[],
): readonly TimelineItem[] {
  const items: readonly TimelineItem[] = [
    ...editions.map((edition) => ({ kind: 'edition' as const, date: adoptedOn(edition), edition })),
    ...events.map((event) => ({ kind: 'event' as const, date: event.date, event })),
  ];
  return items
    .map((item, position) => ({ item, position }))
    .sort((a, b) => laterFirst(a.item, b.item) || b.position - a.position)
    .map(({ item }) => item);
}

const adoptedOn = ({ card }: TimelineEdition): WrittenDate | null =>
  card.adopted.kind === 'given' ? card.adopted.value : null;

function laterFirst(a: TimelineItem, b: TimelineItem): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
  return b.date.start.localeCompare(a.date.start);
}
