import { isSlug, isWorkType, type WorkName } from '../../../domain/work.ts';

/** The work that an address names; null when no work can have that name. */
export function workNamed(params: Readonly<Record<string, string | undefined>>): WorkName | null {
  const { type = '', slug = '' } = params;
  return isWorkType(type) && isSlug(slug) ? { type, slug } : null;
}
