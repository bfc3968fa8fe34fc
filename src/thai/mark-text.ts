import { toSearchFormWithOffsets } from './normal-form.ts';
import { toUnits, type Unit } from './units.ts';

/** A stretch of a text; marked when it is what somebody looked for. */
export type MarkedPart = { readonly text: string; readonly isMarked: boolean };

/** Units that must follow each other without a gap. With `isOpen` the last unit may be the beginning of a longer one. */
export type UnitRun = {
  readonly units: readonly Pick<Unit, 'kind' | 'text'>[];
  readonly isOpen: boolean;
};

/** A stretch of the original text, in UTF-16 offsets, and the number of the phrase that stands there. */
export type Match = { readonly start: number; readonly end: number; readonly phrase: number };

/**
 * Finds phrases in a text as written. The same units and adjacency as the index, so what is marked is what matched.
 * Matches come in order of their beginning and may overlap.
 */
export function findMatches(text: string, phrases: readonly UnitRun[]): readonly Match[] {
  const { units, offsets } = cut(text);
  const wanted = phrases
    .map((phrase, number) => ({ phrase, number }))
    .filter(({ phrase }) => phrase.units.length > 0);
  const matches: Match[] = [];
  for (let at = 0; at < units.length; at += 1) {
    for (const { phrase, number } of wanted) {
      if (!standsAt(units, at, phrase)) continue;
      const last = units[at + phrase.units.length - 1];
      const start = offsets[units[at]?.start ?? 0] ?? 0;
      matches.push({ start, end: offsets[last?.end ?? 0] ?? 0, phrase: number });
    }
  }
  return matches;
}

type CutText = { readonly units: readonly Unit[]; readonly offsets: Int32Array };

const cutTexts = new Map<string, CutText>();
const textsKept = 400;
const longestKept = 20_000;

/** A text is looked at several times for one result: to choose its clauses, to mark them, to cut an excerpt. */
function cut(text: string): CutText {
  const known = cutTexts.get(text);
  if (known !== undefined) return known;
  const { form, offsets } = toSearchFormWithOffsets(text);
  const made = { units: toUnits(form), offsets };
  if (text.length > longestKept) return made;
  if (cutTexts.size >= textsKept) cutTexts.delete(cutTexts.keys().next().value ?? '');
  cutTexts.set(text, made);
  return made;
}

function standsAt(units: readonly Unit[], at: number, phrase: UnitRun): boolean {
  const end = phrase.units.length - 1;
  for (let index = 0; index <= end; index += 1) {
    const unit = units[at + index];
    const wanted = phrase.units[index];
    if (unit === undefined || wanted === undefined || unit.kind !== wanted.kind) return false;
    const isHere =
      index === end && phrase.isOpen ? unit.text.startsWith(wanted.text) : unit.text === wanted.text;
    if (!isHere) return false;
  }
  return true;
}

/** Cuts a whole text into marked and unmarked parts. */
export const markText = (text: string, phrases: readonly UnitRun[]): readonly MarkedPart[] =>
  markMatches(text, 0, text.length, findMatches(text, phrases));

/** Cuts a stretch of a text into marked and unmarked parts; marks that touch or overlap are one. */
export function markMatches(
  text: string,
  start: number,
  end: number,
  matches: readonly Match[],
): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = start;
  for (const match of matches) {
    const from = Math.max(match.start, at);
    const to = Math.min(match.end, end);
    if (from >= to) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    const previous = parts.at(-1);
    const marked = text.slice(from, to);
    if (previous?.isMarked === true && from === at) {
      parts[parts.length - 1] = { text: previous.text + marked, isMarked: true };
    } else {
      parts.push({ text: marked, isMarked: true });
    }
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isMarked: false });
  return parts;
}
