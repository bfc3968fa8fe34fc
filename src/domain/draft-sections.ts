/** The pages of a draft at the desk, in the order of the work: one line each, its page is `<section>.astro`. */
export const draftSections = [
  'text',
  'facts',
  'import',
  'files',
  'history',
  'review',
  'publish',
  'life',
] as const;

export type DraftSection = (typeof draftSections)[number];
