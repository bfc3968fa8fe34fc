/**
 * What the front door does with an address:
 * - `health`: answers itself;
 * - `built`: a file of the build whose name holds its hash;
 * - `bundle`: a file of the search bundle;
 * - `file`: a file of a published edition;
 * - `download`: a file with the whole register;
 * - `closed`: an entrance that Astro always has and this site never uses (pictures, server islands); not there;
 * - `personal`: depends on who asks; sees the cookie, is never stored;
 * - `data`: the API: as public, but it is only read, and its refusals are problem documents;
 * - `public`: the same for everyone; sees no cookie, may be stored.
 */
export type RouteKind =
  | 'health'
  | 'built'
  | 'bundle'
  | 'file'
  | 'download'
  | 'closed'
  | 'personal'
  | 'data'
  | 'public';

const routes: readonly (readonly [prefix: string, kind: RouteKind])[] = [
  ['/healthz', 'health'],
  ['/_astro', 'built'],
  ['/pagefind', 'bundle'],
  ['/files', 'file'],
  ['/downloads', 'download'],
  ['/api', 'data'],
  ['/_image', 'closed'],
  ['/_server-islands', 'closed'],
  ['/login', 'personal'],
  ['/logout', 'personal'],
  ['/invite', 'personal'],
  ['/desk', 'personal'],
  ['/_actions', 'personal'],
];

/** The kind of a checked, still percent-encoded path. */
export function routeKind(path: string): RouteKind {
  const route = routes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
  return route === undefined ? 'public' : route[1];
}

const uploads: readonly RegExp[] = [
  /^\/desk\/[^/]+\/[^/]+\/(?:files|import)\/?$/,
  /^\/desk\/commitments\/[^/]+\/[^/]+\/?$/,
  /^\/desk\/(?:accessions|submissions)\/[^/]+\/?$/,
];

/**
 * Whether a form sent to this address may carry a file: the files of a draft, what is imported into it, and what shows
 * a deed or a place among parties.
 */
export const takesUpload = (path: string): boolean => uploads.some((pattern) => pattern.test(path));
