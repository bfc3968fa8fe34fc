import { listPromisingParties } from '../../db/agreements.ts';
import type { Register } from '../../db/connection.ts';
import { listNetworks } from '../../db/networks.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { listPlacesIn } from '../../db/places.ts';
import {
  countPublishedEditions,
  type ListedEdition,
  listNamedPlaces,
  listNamedTopics,
  listPublishedEditions,
} from '../../db/published.ts';
import type { Instant } from '../domain/iso-date.ts';
import { promisingRoles } from '../domain/party-roster.ts';
import { codesUpward } from '../domain/place.ts';

export type { ListedEdition };

/** Editions in one part of the sitemap, each with up to four addresses; sitemaps.org allows 50,000. */
export const sitemapPartSize = 12_000;

export type SitemapSize = {
  /** Parts that hold editions, numbered from 1. */
  readonly parts: number;
  /** When the register last changed; null while it is empty. */
  readonly latest: Instant | null;
};

/** How large the sitemap is. Test data and drafts are never in it. */
export async function measureSitemap({ read }: Register): Promise<SitemapSize> {
  const { total, latest } = await countPublishedEditions(read);
  return { parts: Math.ceil(total / sitemapPartSize), latest };
}

/** The editions of one part, from 1; empty past the end. */
export function listSitemapEditions({ read }: Register, part: number): Promise<readonly ListedEdition[]> {
  return listPublishedEditions(read, { limit: sitemapPartSize, offset: (part - 1) * sitemapPartSize });
}

/** Places worth a reader's visit: all provinces, and those that documents name with the places above them. */
export async function listSitemapSubjects({ read }: Register): Promise<{
  readonly placeCodes: readonly string[];
  readonly organisations: readonly string[];
  /** Those that an agreement names in a role that promises. */
  readonly parties: readonly string[];
  readonly networks: readonly string[];
  /** Those with works, as `scheme/term`. */
  readonly topics: readonly string[];
}> {
  const provinces = (await listPlacesIn(read, null)).map((place) => place.code);
  const named = (await listNamedPlaces(read)).flatMap(codesUpward);
  return {
    placeCodes: [...new Set([...provinces, ...named])].sort(),
    topics: await listNamedTopics(read),
    networks: (await listNetworks(read)).map((network) => network.slug),
    parties: await listPromisingParties(read, promisingRoles),
    organisations: (await listOrganisations(read)).map((organisation) => organisation.slug),
  };
}
