/** The five kinds of work, in the order in which the register lists them. */
export const workTypes = ['charters', 'agreements', 'plans', 'projects', 'cases'] as const;

export type WorkType = (typeof workTypes)[number];

/** A work is named by its type and its slug; it has no text of its own. */
export type WorkName = { readonly type: WorkType; readonly slug: string };

/** ASCII, lower case, digits and single hyphens, at most 80 characters. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const slugMaximum = 80;

export const isWorkType = (text: string): text is WorkType => (workTypes as readonly string[]).includes(text);

/** Below a type these are pages of their own, so that no work can have them. */
const takenByPages: ReadonlySet<string> = new Set(['cards']);

export const isSlug = (text: string): boolean =>
  text.length <= slugMaximum && slugPattern.test(text) && !takenByPages.has(text);

/** `type/slug`, by which works are told apart and pointed at. */
export const keyOfWork = ({ type, slug }: WorkName): string => `${type}/${slug}`;

/** The work that `type/slug` names; null when it names none. */
export function workNamed(path: string | null): WorkName | null {
  const [type = '', slug = '', ...more] = (path ?? '').split('/');
  return isWorkType(type) && isSlug(slug) && more.length === 0 ? { type, slug } : null;
}
