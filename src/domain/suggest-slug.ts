import { isSlug, slugMaximum, type WorkType } from './work.ts';

const endings: Readonly<Record<WorkType, string>> = {
  charters: 'charter',
  agreements: 'agreement',
  plans: 'plan',
  projects: 'project',
  cases: 'case',
};

/**
 * A name for the address of a new work, from the official English name of its place: `ban-yuak-charter`, and with a
 * number when that is taken. Null when the place has no official English name in the register: none is made up.
 */
export function suggestSlug(
  type: WorkType,
  nameEn: string | null,
  isTaken: (slug: string) => boolean,
): string | null {
  const stem = (nameEn ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, slugMaximum - 20);
  if (stem === '') return null;
  const slug = `${stem}-${endings[type]}`;
  for (let number = 1; number < 1000; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (isSlug(candidate) && !isTaken(candidate)) return candidate;
  }
  return null;
}
