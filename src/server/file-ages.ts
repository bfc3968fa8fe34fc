/** For what never changes under its address. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'public, no-cache';
const ONE_HOUR = 'public, max-age=3600, must-revalidate';

/** Files below `/_astro/` carry their hash in their name; the others of the build change with a release. */
export function builtFileAge(path: string): string {
  return path.startsWith('/_astro/') ? FOR_EVER : ONE_HOUR;
}

/**
 * The path is below the search folder. An index folder (`base-…`, `delta-…`) gets a name that is used once and never
 * again, and index parts are named after their content; the manifest, scripts and WebAssembly keep their names.
 */
export function bundleFileAge(path: string): string {
  return /^\/(base|delta)-[^/]+\/.|\.pf_(meta|index|fragment|filter)$/.test(path) ? FOR_EVER : ASK_FIRST;
}
