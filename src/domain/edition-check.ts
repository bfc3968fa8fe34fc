import type { Provenance } from './edition.ts';
import type { Standing } from './timeline.ts';
import type { EditionRole } from './work-timeline.ts';

/** What the reader of a printed edition must know first; the graver answer hides the milder one. */
export const checkVerdicts = [
  'withdrawn',
  'replaced',
  'never_current',
  'made_up',
  'expired',
  'review_due',
  'not_evident',
  'current',
] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** Whether an edition on paper is still the one to follow, from its place among the editions and the standing of its work. */
export function checkEdition(edition: {
  readonly provenance: Provenance;
  readonly role: EditionRole;
  readonly standing: Standing;
}): CheckVerdict {
  const { provenance, role, standing } = edition;
  if (standing === 'withdrawn') return 'withdrawn';
  if (role !== 'current') return role;
  if (provenance !== 'documented') return 'made_up';
  switch (standing) {
    case 'expired':
    case 'review_due':
      return standing;
    case 'adopted':
    case 'signed':
      return 'current';
    case 'draft':
    case 'hearing':
    case 'not_evident':
      return 'not_evident';
    default:
      return standing satisfies never;
  }
}
