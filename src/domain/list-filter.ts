import type { ResultState } from './case-results.ts';
import type { EvidenceLevel, Provenance } from './edition.ts';
import type { IsoDate } from './iso-date.ts';
import { type PlaceLevel, placeLevels } from './place.ts';
import type { Standing } from './timeline.ts';
import type { WorkType } from './work.ts';

/** What a list of works is narrowed to; every part is optional. */
export type ListFilter = {
  readonly type?: WorkType;
  /** Code of a place: works that certainly stand in it or anywhere inside it. */
  readonly place?: string;
  /** Buddhist-era year of adoption. */
  readonly year?: number;
  /** `scheme/term`. */
  readonly topic?: string;
  readonly evidence?: EvidenceLevel;
  readonly standing?: Standing;
  readonly provenance?: Provenance;
  /** What a case says of what came of it. */
  readonly results?: ResultState;
  /** Projects of which some report is overdue. */
  readonly reports?: ReportsState;
  /** The day on which standing and reports are asked; without it a filter by these is an error. */
  readonly on?: IsoDate;
};

/** In which order a list is shown: Thai order of titles, or the latest adoption first. */
export const listOrders = ['title', 'latest'] as const;
export type ListOrder = (typeof listOrders)[number];

/** The names of the facets, in addresses and as lines. */
export type FacetKey =
  | 'type'
  | 'province'
  | 'year'
  | 'topic'
  | 'standing'
  | 'evidence'
  | 'provenance'
  | 'results'
  | 'reports';

/** How the reports of a project stand, as lists ask for it. */
export const reportsStates = ['overdue'] as const;
export type ReportsState = (typeof reportsStates)[number];

/** The lines under which a work is kept for narrowing; a place has one for each level. */
export type FacetLine = PlaceLevel | FacetKey;

/** One line of a work: the value that it has, on the days from `from` up to, not including, `until`. */
export type FacetValue = {
  readonly line: FacetLine;
  readonly value: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
};

/** What a filter asks of the lines of a work, all at once. `type` is not among them: every line knows its type. */
export function linesAsked(
  filter: ListFilter,
): readonly { readonly line: FacetLine; readonly value: string; readonly on: IsoDate | null }[] {
  const { place, year, topic, evidence, standing, provenance, results, reports, on } = filter;
  const ask = (line: FacetLine, value: string | undefined, day: IsoDate | null = null) =>
    value === undefined ? [] : [{ line, value, on: day }];
  if ((standing !== undefined || reports !== undefined) && on === undefined) {
    throw new Error('a list by standing or reports needs its day');
  }
  return [
    ...ask(place === undefined ? 'province' : lineOfPlace(place), place),
    ...ask('year', year?.toString()),
    ...ask('topic', topic),
    ...ask('evidence', evidence),
    ...ask('standing', standing, on ?? null),
    ...ask('provenance', provenance),
    ...ask('results', results),
    ...ask('reports', reports, on ?? null),
  ];
}

/** The line on which a place stands, by the length of its code. */
export const lineOfPlace = (code: string): PlaceLevel => placeLevels[code.length / 2 - 1] ?? 'village';
