import { formatWrittenDate } from '../thai/format-date.ts';
import { withUsualSpaces } from '../thai/no-break.ts';
import { type WrittenDate, writtenDay } from '../thai/written-date.ts';
import type { Manifest } from './edition.ts';
import type { Fact } from './fact.ts';
import type { Row } from './fact-value.ts';
import { dayAfter, firstDayOf } from './iso-date.ts';
import type { Organisation } from './organisation.ts';
import type { PlaceChain } from './place.ts';

/**
 * The words by which an edition is found though they do not stand in its body: other names, places,
 * parties, facts, claims, commitments, people in office and sources. One phrase a line, because words
 * of different facts must not run together.
 */
export function searchableWords(
  manifest: Manifest,
  named: {
    readonly places: readonly PlaceChain[];
    readonly organisations: readonly Organisation[];
    readonly topics: readonly string[];
  },
): string {
  const phrases: (string | null)[] = [
    manifest.titleEn,
    ...manifest.aliases,
    manifest.summary,
    manifest.changeNote,
    manifest.scopeNote,
    manifest.placeNote,
    ...named.places.flat().map((place) => place.nameEn),
    ...named.organisations.flatMap((one) => [one.name, one.shortName, one.nameEn, ...one.aliases]),
    ...named.topics,
    ...wordsOf(manifest.label),
    ...wordsOf(manifest.adopted),
    ...Object.values(manifest.facts).flatMap(wordsOf),
    ...manifest.parties.map((party) => party.note),
    ...manifest.people.flatMap((person) => [person.name, person.office]),
    ...manifest.claims.flatMap((claim) => [claim.textAsWritten, claim.note]),
    ...manifest.commitments.flatMap((one) => [one.metric, one.textAsWritten]),
    ...manifest.sources.flatMap((source) => [source.title, source.publisher, source.note]),
  ];
  return [...new Set(phrases.filter((phrase) => phrase !== null && phrase !== ''))].join('\n');
}

/** Of a meeting of so many days each day is a word of its own; of a longer time, its first and its last. */
const longestMeeting = 7;

/** "15-16 พฤษภาคม 2560" is asked for as 16 พ.ค. 60, which does not stand in it. */
function daysOf(value: object): readonly string[] {
  const { start, end, precision } = value as Partial<WrittenDate>;
  if (precision !== 'day' || start === undefined || end === undefined || end === null) return [];
  const days: string[] = [start];
  for (let day = dayAfter(firstDayOf(start)); day < end && days.length < longestMeeting; day = dayAfter(day))
    days.push(day);
  const all = [...(days.length < longestMeeting ? days : [start]), end];
  return all.map((day) => withUsualSpaces(formatWrittenDate(writtenDay(day))));
}

function wordsOf(fact: Fact<unknown>): readonly (string | null)[] {
  const values =
    fact.kind === 'given'
      ? [fact.value]
      : fact.kind === 'disputed'
        ? fact.values.map((one) => one.value)
        : [];
  return [...values.flatMap(wordsOfValue), fact.note];
}

function wordsOfValue(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOfValue);
  if (typeof value !== 'object' || value === null) return [];
  if (isRow(value))
    return Object.values(value)
      .flatMap(wordsOf)
      .filter((words) => words !== null);
  if ('textAsWritten' in value && typeof value.textAsWritten === 'string')
    return [value.textAsWritten, ...daysOf(value)];
  return 'amount' in value && 'unit' in value ? [`${value.amount} ${value.unit}`] : [];
}

/** An entry of a table has facts alone; any other value is told by a key that holds none. */
const isRow = (value: object): value is Row =>
  Object.values(value).every((cell: unknown) => typeof cell === 'object' && cell !== null && 'kind' in cell);
