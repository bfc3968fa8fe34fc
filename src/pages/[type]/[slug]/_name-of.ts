import { isSlug, isWorkType, type WorkName } from '../../../domain/work.ts';

/** The work that an address names; null when it cannot be the name of one. */
export function nameOf(params: Readonly<Record<string, string | undefined>>): WorkName | null {
  const { type = '', slug = '' } = params;
  return isWorkType(type) && isSlug(slug) ? { type, slug } : null;
}
