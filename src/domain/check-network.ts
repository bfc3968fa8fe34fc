import type { FieldProblem } from './errors.ts';
import type { Fact } from './fact.ts';
import type { Network } from './network.ts';

/** What a network may point at. */
export type KnownToNetworks = {
  readonly hasPlace: (code: string) => boolean;
  readonly hasOrganisation: (slug: string) => boolean;
  readonly hasNetwork: (slug: string) => boolean;
  /** @param name `type/slug` */
  readonly hasWork: (name: string) => boolean;
};

/** References of a network to things that do not exist; empty when all do. Fields are dotted paths. */
export function checkNetwork(network: Network, known: KnownToNetworks): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const ask = (
    field: string,
    found: string | null,
    isKnown: (found: string) => boolean,
    reason: FieldProblem['reason'],
  ) => {
    if (found !== null && !isKnown(found)) problems.push({ field, reason, found });
  };
  const each = <T>(name: string, list: readonly T[], visit: (one: T, field: string) => void) =>
    list.forEach((one, index) => {
      visit(one, `${name}.${index}`);
    });
  const organisation = (field: string, slug: string | null) =>
    ask(field, slug, known.hasOrganisation, 'unknown_organisation');

  ask('parent', network.parent, (slug) => slug !== network.slug && known.hasNetwork(slug), 'unknown_network');
  ask('programme', network.programme, known.hasNetwork, 'unknown_network');
  organisation('organisation', network.organisation);
  each('places', network.places, (code, field) => ask(field, code, known.hasPlace, 'unknown_place'));
  each('works', network.works, (name, field) => ask(field, name, known.hasWork, 'unknown_work'));
  each('members', network.members, (one, field) => organisation(`${field}.organisation`, one.organisation));
  each('events', network.events, (one, field) =>
    ask(`${field}.work`, one.work, known.hasWork, 'unknown_work'),
  );
  each('groups', network.groups, (one, field) => organisation(`${field}.organisation`, one.organisation));
  each('dataSystems', network.dataSystems, (one, field) => {
    organisation(`${field}.owner`, one.owner);
    each(`${field}.uses`, one.uses, (use, path) => organisation(`${path}.organisation`, use.organisation));
  });

  const sources = new Set(network.sources.map(({ id }) => id));
  for (const [field, ids] of sourceReferences(network)) {
    const missing = ids.find((id) => !sources.has(id));
    if (missing !== undefined) problems.push({ field, reason: 'unknown_source', found: missing });
  }
  return problems;
}

function sourceReferences(network: Network): readonly (readonly [string, readonly string[]])[] {
  const own = (['members', 'claims', 'events', 'groups', 'dataSystems'] as const).flatMap((name) =>
    network[name].map((one, index) => [`${name}.${index}.sources`, one.sources] as const),
  );
  const dates = network.members.flatMap(({ since, until }, index) => [
    [`members.${index}.since`, sourcesOf(since)] as const,
    [`members.${index}.until`, sourcesOf(until)] as const,
  ]);
  return [...own, ...dates];
}

function sourcesOf(fact: Fact<unknown>): readonly string[] {
  if (fact.kind === 'given') return fact.sources;
  return fact.kind === 'disputed' ? fact.values.flatMap((value) => value.sources) : [];
}
