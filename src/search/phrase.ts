import type { UnitRun } from '../thai/mark-text.ts';
import { encodeUnits, tokenSpan } from './tokens.ts';

/** A run of units that is looked for. */
export type Phrase = UnitRun & {
  /**
   * Numbers of units at which a word begins that is looked up by itself too, ascending, without 0. The phrase is then
   * looked up by the tokens of its words, which are read anyway.
   */
  readonly joints?: readonly number[];
};

/** One token to look up, and where it must stand counted from the beginning of the phrase. */
export type PlacedToken = {
  readonly token: string;
  readonly offset: number;
  /** whole: the token itself. units: it and what continues after its last unit. open: anything that begins with it. */
  readonly match: 'whole' | 'units' | 'open';
};

/** One bare letter is never open: ป is not the beginning of ปี. */
export function toPhrase(units: UnitRun['units'], isOpen: boolean, joints: readonly number[] = []): Phrase {
  const canOpen = units.length > 1 || (units[0]?.text.length ?? 0) > 1;
  const bare = units.map(({ kind, text }) => ({ kind, text }));
  return { units: bare, isOpen: isOpen && canOpen, ...(joints.length > 0 && { joints }) };
}

/** A key that is equal for phrases that find the same places. */
export function phraseKey(phrase: Phrase): string {
  return `${encodeUnits(phrase.units, phrase.isOpen)}${phrase.isOpen ? '*' : ''}`;
}

/**
 * The fewest tokens that pin a phrase down: one in every three units, and one that ends with its last unit.
 * A phrase of fewer than three units is one token that others begin with.
 */
export function tokensOfPhrase({ units, isOpen, joints = [] }: Phrase): readonly PlacedToken[] {
  const starts = [0, ...joints];
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? units.length;
    const tokens = tokensOfRun({ units: units.slice(start, end), isOpen: isOpen && end === units.length });
    return tokens.map((placed) => ({ ...placed, offset: placed.offset + start }));
  });
}

function tokensOfRun({ units, isOpen }: Phrase): readonly PlacedToken[] {
  if (units.length === 0) return [];
  if (units.length < tokenSpan) {
    return [{ token: encodeUnits(units, isOpen), offset: 0, match: isOpen ? 'open' : 'units' }];
  }
  const last = units.length - tokenSpan;
  const offsets: number[] = [];
  for (let offset = 0; offset < last; offset += tokenSpan) offsets.push(offset);
  offsets.push(last);
  return offsets.map((offset) => {
    const isEnd = offset === last && isOpen;
    return {
      token: encodeUnits(units.slice(offset, offset + tokenSpan), isEnd),
      offset,
      match: isEnd ? 'open' : 'whole',
    };
  });
}
