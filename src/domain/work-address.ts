import { isSlug, isWorkType, type WorkName } from './work.ts';

/** The work that an address of this site, or `type/slug`, names; null when it is neither. Whether it is there is not asked. */
export function workInAddress(text: string): WorkName | null {
  const path = text.trim().replace(/^https?:\/\/[^/]+/, '');
  const [type = '', slug = ''] = path.replace(/^\//, '').split(/[/?#]/);
  return isWorkType(type) && isSlug(slug) ? { type, slug } : null;
}
