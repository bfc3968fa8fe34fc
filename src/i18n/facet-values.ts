import { type ResultState, resultStates } from '../domain/case-results.ts';
import { type EvidenceLevel, evidenceLevels, type Provenance, provenances } from '../domain/edition.ts';
import { type FacetKey, type ReportsState, reportsStates } from '../domain/list-filter.ts';
import { type Standing, standings } from '../domain/timeline.ts';
import { isWorkType, type WorkType } from '../domain/work.ts';
import { evidenceLevelLabels, provenanceLabels, resultStateLabels } from './labels.ts';
import { reportStateLabels } from './monitoring.ts';
import { commonStandingLabels, standingLabels } from './standings.ts';
import { workTypeLabels } from './work-types.ts';

/**
 * The Thai name of a value of a facet.
 * @param known the name that the register has for it: of a place or a topic
 * @param type the one type of the list, whose words for standings are used; null for a list of all types
 */
export function facetValueLabel(
  key: FacetKey,
  value: string,
  known: string | null,
  type: WorkType | null,
): string {
  switch (key) {
    case 'province':
      return known === null || value === '10' ? (known ?? value) : `จังหวัด${known}`;
    case 'topic':
      return known ?? value;
    case 'year':
      return `พ.ศ. ${value}`;
    case 'type':
      return isWorkType(value) ? workTypeLabels[value] : value;
    case 'standing':
      return isOneOf<Standing>(standings, value)
        ? (type === null ? commonStandingLabels : standingLabels[type])[value]
        : value;
    case 'evidence':
      return isOneOf<EvidenceLevel>(evidenceLevels, value) ? evidenceLevelLabels[value] : value;
    case 'provenance':
      return isOneOf<Provenance>(provenances, value) ? provenanceLabels[value] : value;
    case 'results':
      return isOneOf<ResultState>(resultStates, value) ? resultStateLabels[value] : value;
    case 'reports':
      return isOneOf<ReportsState>(reportsStates, value) ? reportStateLabels[value] : value;
    default:
      return key satisfies never;
  }
}

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);
