import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listProvisionsOf } from '../../db/provisions.ts';
import { findTitles } from '../../db/relations.ts';
import { listTopics, type Topic } from '../../db/topics.ts';
import { findWork } from '../../db/works.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Provision } from '../domain/provision.ts';
import { isSlug, isWorkType, type WorkName } from '../domain/work.ts';

/** What the register calls the things that a draft points at; those it does not know are left out. */
export type NamedReferences = {
  /** By slug. */
  readonly organisations: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, PlaceChain>;
  /** By `type/slug`. */
  readonly works: ReadonlyMap<string, { readonly title: string; readonly provisions: readonly Provision[] }>;
  /** Every topic of the vocabularies, in their order. */
  readonly topics: readonly Topic[];
};

/**
 * Looks up names, so that a form can show what its codes stand for.
 * @param asked slugs of organisations, codes of places, and works as `type/slug`
 */
export async function nameReferences(
  { read }: Register,
  asked: {
    readonly organisations: readonly string[];
    readonly places: readonly string[];
    readonly works: readonly string[];
  },
): Promise<NamedReferences> {
  const organisations = await findOrganisations(read, asked.organisations);
  const names = asked.works.flatMap(workOf);
  const titles = await findTitles(read, names);
  const works: [string, { title: string; provisions: readonly Provision[] }][] = [];
  for (const [path, { title, currentNumber, ...name }] of titles) {
    const work = await findWork(read, name);
    const number = { workId: work?.id ?? 0, number: currentNumber };
    const provisions = await listProvisionsOf(read, [number]);
    works.push([path, { title, provisions: provisions.get(number.workId) ?? [] }]);
  }
  return {
    organisations: new Map([...organisations].map(([slug, { name }]) => [slug, name])),
    places: await findPlaceChains(read, asked.places),
    works: new Map(works),
    topics: await listTopics(read),
  };
}

function workOf(path: string): readonly WorkName[] {
  const [type = '', slug = '', ...more] = path.split('/');
  return isWorkType(type) && isSlug(slug) && more.length === 0 ? [{ type, slug }] : [];
}
