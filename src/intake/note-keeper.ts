import type { ImportNote, ImportNoteKind } from '../domain/imported-text.ts';

const PLACES_KEPT = 3;
const PLACE_LENGTH = 60;

/** Counts what an import leaves out or changes, and where. */
export type NoteKeeper = {
  /** @param place words by which a reader finds the spot; may be empty */
  readonly note: (kind: ImportNoteKind, place: string) => void;
  /** Every kind once, in the order of first use. */
  readonly notes: () => readonly ImportNote[];
};

export function createNoteKeeper(): NoteKeeper {
  const kept = new Map<ImportNoteKind, { count: number; readonly places: string[] }>();
  return {
    note: (kind, place) => {
      const entry = kept.get(kind) ?? { count: 0, places: [] };
      kept.set(kind, entry);
      entry.count += 1;
      const words = shortened(place);
      if (words !== '' && entry.places.length < PLACES_KEPT && !entry.places.includes(words)) {
        entry.places.push(words);
      }
    },
    notes: () => [...kept].map(([kind, { count, places }]) => ({ kind, count, places })),
  };
}

function shortened(text: string): string {
  const words = text
    .slice(0, 400)
    .replace(/[\uE000-\uF8FF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= PLACE_LENGTH) return words;
  return `${words.slice(0, PLACE_LENGTH).replace(/[\u0E40-\u0E44]?$/, '')}…`;
}
