import { addresses } from '../domain/addresses.ts';

/** What robots may read: all that is public, except pages of search results. */
export const writeRobots = (origin: string): string =>
  [
    'User-agent: *',
    `Disallow: ${addresses.desk()}`,
    `Disallow: ${addresses.login()}`,
    `Disallow: ${addresses.search()}?`,
    '',
    `Sitemap: ${new URL(addresses.sitemap(), origin).href}`,
    '',
  ].join('\n');
