import { z } from 'zod';
import { resultStates } from '../domain/case-results.ts';
import { evidenceLevels, provenances } from '../domain/edition.ts';
import { beYearOf, type EditionCard } from '../domain/edition-card.ts';
import type { FacetKey, FacetLine, FacetValue, ListFilter } from '../domain/list-filter.ts';
import { lineOfPlace, reportsStates } from '../domain/list-filter.ts';
import { codesUpward } from '../domain/place.ts';
import { firstDay, lastDay, standingSpans } from '../domain/standing-spans.ts';
import { type DatedEdition, standings, type WorkEvent } from '../domain/timeline.ts';
import { type WorkType, workTypes } from '../domain/work.ts';
import { readBuddhistEraYear } from '../thai/buddhist-era.ts';
import { toArabicDigits } from '../thai/digits.ts';

/** What a facet needs to know of a work: the card of its current edition, and its timeline. */
export type FacetedWork = {
  readonly type: WorkType;
  readonly card: EditionCard;
  readonly editions: readonly DatedEdition[];
  readonly events: readonly WorkEvent[];
};

/** A way of narrowing lists: one line in `facets`. */
export type Facet = {
  /** Its name in addresses, and the line whose values are counted. */
  readonly key: FacetKey;
  readonly label: string;
  /** The part of a filter that it sets. */
  readonly field: Exclude<keyof ListFilter, 'on'>;
  /** How a value is written in addresses, in Arabic digits. */
  readonly form: z.ZodType<string>;
  /** Reads a value from an address; null when it means nothing. Whether a code or term exists is the page's question. */
  readonly read: (text: string) => string | number | null;
  /** All its values in the order in which they are offered, where the list is closed. */
  readonly values?: readonly string[];
  /** The lines under which a work is found. */
  readonly linesOf: (work: FacetedWork) => readonly FacetValue[];
};

export const provinceForm = z.string().regex(/^\d{2}$/);
/** A year of either era. */
export const yearForm = z.string().regex(/^\d{4}$/);
/** `scheme/term`. */
export const topicForm = z.string().regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/);

/**
 * Grows with every change of the lines below: a server that finds a register with another number says anew by what each
 * work is found.
 */
export const facetsForm = 1;

/** Every facet, in the order in which lists offer them. */
export const facets: readonly Facet[] = [
  {
    key: 'type',
    label: 'ประเภท',
    field: 'type',
    ...oneOf(workTypes),
    linesOf: ({ type }) => always('type', [type]),
  },
  {
    key: 'province',
    label: 'จังหวัด',
    field: 'place',
    ...written(provinceForm),
    linesOf: ({ card }) => placeLines(card),
  },
  {
    key: 'year',
    label: 'ปี พ.ศ.',
    field: 'year',
    form: yearForm,
    read: readBuddhistEraYear,
    linesOf: ({ card }) => always('year', [beYearOf(card)]),
  },
  {
    key: 'topic',
    label: 'ประเด็น',
    field: 'topic',
    ...written(topicForm),
    linesOf: ({ card }) => always('topic', card.topics),
  },
  {
    key: 'standing',
    label: 'สถานะ',
    field: 'standing',
    ...oneOf(standings),
    linesOf: standingLines,
  },
  {
    key: 'evidence',
    label: 'ระดับหลักฐาน',
    field: 'evidence',
    ...oneOf(evidenceLevels),
    linesOf: ({ card }) => always('evidence', [card.evidenceLevel]),
  },
  {
    key: 'provenance',
    label: 'ที่มา',
    field: 'provenance',
    ...oneOf(provenances),
    linesOf: ({ card }) => always('provenance', [card.provenance]),
  },
  {
    key: 'results',
    label: 'ผลที่เกิดขึ้น',
    field: 'results',
    ...oneOf(resultStates),
    linesOf: ({ card }) => always('results', [card.results ?? null]),
  },
  {
    key: 'reports',
    label: 'งวดรายงาน',
    field: 'reports',
    ...oneOf(reportsStates),
    linesOf: ({ card }) =>
      (card.overdue ?? []).map(({ from, until }) => ({ line: 'reports', value: 'overdue', from, until })),
  },
];

/** Every line of a work, for `db` to store: what lists are narrowed and counted by. */
export const facetLinesOf = (work: FacetedWork): readonly FacetValue[] =>
  facets.flatMap((facet) => facet.linesOf(work));

/** The chosen value of a facet as it stands in an address; null when nothing is chosen. */
export const chosenValue = (filter: ListFilter, facet: Facet): string | null =>
  filter[facet.field]?.toString() ?? null;

function always(line: FacetLine, values: readonly (string | number | null)[]): readonly FacetValue[] {
  return [...new Set(values)].flatMap((value) =>
    value === null ? [] : [{ line, value: String(value), from: firstDay, until: lastDay }],
  );
}

/**
 * The places of an edition and those around them. Of places that may be meant, only what lies around all of
 * them is certain: two tambons of one province put a work into that province and into neither tambon.
 */
function placeLines({
  places,
  possiblePlaces,
}: Pick<EditionCard, 'places' | 'possiblePlaces'>): readonly FacetValue[] {
  const [first = [], ...others] = possiblePlaces.map(codesUpward);
  const aroundAll = first.filter((code) => others.every((codes) => codes.includes(code)));
  const certain = [
    ...new Set([...places.flatMap(codesUpward), ...(possiblePlaces.length > 1 ? aroundAll : [])]),
  ];
  return certain.flatMap((code) => always(lineOfPlace(code), [code]));
}

/** Codes of the provinces in which lists find an edition. */
export const provincesOf = (card: Pick<EditionCard, 'places' | 'possiblePlaces'>): readonly string[] =>
  placeLines(card).flatMap(({ line, value }) => (line === 'province' ? [value] : []));

function standingLines({ editions, events }: FacetedWork): readonly FacetValue[] {
  return standingSpans(editions, events).map(({ standing, from, until }) => ({
    line: 'standing',
    value: standing,
    from,
    until,
  }));
}

/** A value that stands for itself, with either kind of digit. */
function written(form: z.ZodType<string>): Pick<Facet, 'form' | 'read'> {
  return {
    form,
    read: (text) => {
      const parsed = form.safeParse(toArabicDigits(text));
      return parsed.success ? parsed.data : null;
    },
  };
}

/** One value of a closed list. */
function oneOf(values: readonly string[]): Pick<Facet, 'form' | 'read' | 'values'> {
  return { ...written(z.enum(values)), values };
}
