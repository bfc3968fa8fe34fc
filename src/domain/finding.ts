import type { WrittenDate } from '../thai/written-date.ts';
import type { Capacity, Commitment, PartyRole } from './edition.ts';

/** A stretch of a text, in UTF-16 units from its beginning. */
export type Span = { readonly start: number; readonly end: number };

type Found = Span & {
  /** Its kind and span, such as `date-12-30`: the same text gives the same ids. */
  readonly id: string;
  /** The words as they stand in the text. */
  readonly text: string;
  /** The id of an earlier finding that says the same; the earlier one is the one to take. */
  readonly repeats: string | null;
};

export type DateFinding = Found & {
  readonly kind: 'date';
  /** Null when the words are a date that cannot be understood: a conflict says why. */
  readonly value: WrittenDate | null;
};

/** A number with its unit. */
export type QuantityFinding = Found & {
  readonly kind: 'quantity';
  /** Null for what is no single number, such as 7+1. */
  readonly value: number | null;
  readonly unit: string;
  readonly comparator: Commitment['comparator'] | null;
  /** What it is counted for each of, in the words of the text: พื้นที่, ปี; null when it says nothing. */
  readonly each: string | null;
};

export type OrganisationFinding = Found & {
  readonly kind: 'organisation';
  /** The organisations of the register with that name: none, one, or several when the name fits several. */
  readonly slugs: readonly string[];
  /** The role that the words right before the name state; null when they state none. */
  readonly role: PartyRole | null;
};

export type PlaceFinding = Found & {
  readonly kind: 'place';
  /** The official codes that fit: none, one, or several when the words fit several places. */
  readonly codes: readonly string[];
};

/** A person named with an office. People named without one are not looked for. */
export type PersonFinding = Found & {
  readonly kind: 'person';
  readonly name: string;
  readonly office: string;
  readonly capacity: Capacity | null;
};

export type Finding = DateFinding | QuantityFinding | OrganisationFinding | PlaceFinding | PersonFinding;
export type FindingKind = Finding['kind'];

/** What does not fit in a text. It is shown, and never settled by the register. */
export const textConflictKinds = [
  'range_reversed',
  'no_such_date',
  'era_differs',
  'weekday_differs',
  'thai_ce_year',
  'year_missing',
  'year_inferred',
  'numbers_differ',
  'several_numbers',
  'year_or_count',
  'several_organisations',
  'several_places',
  'unknown_place',
  'several_offices',
  'repeated_line',
] as const;

export type TextConflict = {
  readonly kind: (typeof textConflictKinds)[number];
  /** The findings it is about; empty for a stretch that is none. */
  readonly findings: readonly string[];
  readonly spans: readonly Span[];
};

/** All that was found in a text of news or minutes. */
export type TextReading = {
  /** In the order of the text; no two overlap. */
  readonly findings: readonly Finding[];
  readonly conflicts: readonly TextConflict[];
  /** Lines that belong to the web page around the news: buttons, votes, shares. */
  readonly boilerplate: readonly Span[];
};

/** A body that texts may name. */
export type KnownOrganisation = {
  readonly slug: string;
  readonly names: readonly string[];
  /** Codes of the places it covers. */
  readonly covers: readonly string[];
};

/** An official place that texts may name. */
export type KnownPlace = {
  readonly code: string;
  readonly level: 'province' | 'district' | 'tambon';
  readonly name: string;
};
