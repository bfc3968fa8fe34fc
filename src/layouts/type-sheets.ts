import type { WorkType } from '../domain/work.ts';
import plans from '../styles/plans.css?url';
import practice from '../styles/practice.css?url';

/**
 * The style sheets of what only one type of work shows, by their addresses: an edition page is light because it loads no
 * other type's. They stand before the sheet of all pages, so their rules win by what they name and not by their place.
 */
export const typeSheets: Readonly<Record<WorkType, readonly string[]>> = {
  charters: [],
  agreements: [],
  plans: [plans],
  projects: [practice],
  cases: [practice],
};
