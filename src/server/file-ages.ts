const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'public, no-cache';
const ONE_HOUR = 'public, max-age=3600, must-revalidate';

/** Files below `/_astro/` carry their hash in their name; the others of the build change with a release. */
export function builtFileAge(path: string): string {
  return path.startsWith('/_astro/') ? FOR_EVER : ONE_HOUR;
}

/** Index parts are named after their content; the manifest, entry, scripts and WebAssembly keep their names. */
export function bundleFileAge(path: string): string {
  return /\.pf_(meta|index|fragment|filter)$/.test(path) ? FOR_EVER : ASK_FIRST;
}
