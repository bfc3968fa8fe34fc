/** The path of an address as the log may keep it: without its query, and without the token of a one-time link. */
export const loggedPath = (address: string): string =>
  (address.split('?')[0] ?? '').replace(/^(\/+invite\/+).+/i, '$1…');
