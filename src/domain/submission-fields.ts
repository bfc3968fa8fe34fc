/** The fields of the forms about an agreement, as their pages and components name them. */
export const evidenceFieldNames = [
  'organisation',
  'organisationFind',
  'deedTitle',
  'deedDate',
  'deedAmount',
  'deedPlace',
  'deedPlaceFind',
  'sourceTitle',
  'sourceUrl',
  'deedWork',
  'deedWorkFind',
  'deedNote',
] as const;
export type EvidenceFields = Readonly<Record<(typeof evidenceFieldNames)[number], string>>;

export const accessionFieldNames = [
  'organisation',
  'organisationFind',
  'partyRole',
  'partyDeed',
  'partyDate',
  'sourceTitle',
  'sourceUrl',
  'deedNote',
] as const;
export type AccessionFields = Readonly<Record<(typeof accessionFieldNames)[number], string>>;

export const assessmentFieldNames = [
  'assessedCommitment',
  'assessmentValue',
  'assessor',
  'independent',
  'assessedOn',
  'sourceTitle',
  'sourceUrl',
  'deedNote',
] as const;
export type AssessmentFields = Readonly<Record<(typeof assessmentFieldNames)[number], string>>;
