import type { WorkName, WorkType } from './work.ts';

/** Every public address of the contract, made in one place. All are root-relative paths. */
export const addresses = {
  home: () => '/',
  search: (query?: string) => (query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  list: (type: WorkType, filter: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery(`/${type}`, filter),
  work: (work: WorkName) => `/${work.type}/${work.slug}`,
  editions: (work: WorkName) => `/${work.type}/${work.slug}/editions`,
  edition: (work: WorkName, number: number) => `/${work.type}/${work.slug}/editions/${number}`,
  provision: (work: WorkName, number: number, eid: string) =>
    `/${work.type}/${work.slug}/editions/${number}#${eid}`,
  onDate: (work: WorkName, date: string) => `/${work.type}/${work.slug}/@${date}`,
  places: () => '/places',
  place: (code: string) => `/places/${code}`,
  organisation: (slug: string) => `/organisations/${slug}`,
  about: (page?: string) => (page ? `/about/${page}` : '/about'),
  decision: (id: string) => `/about/decisions/${id}`,
  glossary: (term?: string) => (term ? `/about/glossary#${term}` : '/about/glossary'),
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  logout: () => '/logout',
  desk: () => '/desk',
  newWork: () => '/desk/new',
  draft: (work: WorkName, fragment?: string) =>
    `/desk/${work.type}/${work.slug}${fragment === undefined ? '' : `#${fragment}`}`,
  /** The draft, saying that this version of it was just saved. */
  savedDraft: (work: WorkName, version: number) => `/desk/${work.type}/${work.slug}?saved=${version}`,
} as const;

function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const kept = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (kept.length === 0) return path;
  return `${path}?${new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()}`;
}
