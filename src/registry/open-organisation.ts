import { listCasesNamingOrganisation, listTakenBy, type TakenOver } from '../../db/adoptions.ts';
import type { Register } from '../../db/connection.ts';
import { listNetworksNaming, type NetworkName } from '../../db/networks.ts';
import { findOrganisation, findOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findTitles, type TitledWork } from '../../db/relations.ts';
import type { AcceptedParty } from '../domain/accession.ts';
import type { PartyRole } from '../domain/edition.ts';
import type { Instant, IsoDate } from '../domain/iso-date.ts';
import type { DataSystem, Network, NetworkEvent, NetworkMember } from '../domain/network.ts';
import type { HubTerm, Organisation } from '../domain/organisation.ts';
import type { PartyDeed } from '../domain/party-table.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { keyOfWork, type WorkName, workNamed } from '../domain/work.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';
import { partsOfOrganisation } from './steps/parts-of-organisation.ts';

export type OrganisationPage = {
  readonly organisation: Organisation;
  readonly parent: Organisation | null;
  readonly covers: readonly PlaceChain[];
  /** Networks and programmes that name it, with its dated roles there; it may have several in one. */
  readonly memberships: readonly { readonly network: NetworkName; readonly member: NetworkMember }[];
  /** Ceremonies and forums of these networks which brought about works that it is a party of. */
  readonly events: readonly NetworkEvent[];
  /** Data systems that it owns or uses, with nothing said of other users. */
  readonly systems: readonly DataSystem[];
  /** Its own, then those in which a body it carries on for is a party, by the name of that body; each with dated deeds. */
  readonly works: readonly (DescribedWork & {
    readonly role: PartyRole;
    readonly as: string | null;
    readonly deeds: readonly PartyDeed[];
  })[];
  /** Agreements that it joined through the register, and that no edition names it in. */
  readonly accessions: readonly {
    readonly agreement: TitledWork;
    readonly accession: AcceptedParty;
  }[];
  /** Cases that it took over: in a text of its own that says so, or as the case tells (`by` is null). */
  readonly adoptions: readonly {
    readonly origin: TitledWork;
    readonly by: (WorkName & { readonly title: string }) | null;
  }[];
  /** True when it, or a body it carries on for, is named in an agreement, so that something may be promised. */
  readonly hasPromises: boolean;
  /** Who carries on for it, and from which day; null while it is there itself. */
  readonly successor: { readonly slug: string; readonly name: string; readonly on: IsoDate } | null;
  /** The bodies it carries on for. */
  readonly predecessors: readonly { readonly slug: string; readonly name: string; readonly on: IsoDate }[];
  /** Who runs this network and ran it before, newest first. */
  readonly hubs: readonly (HubTerm & { readonly name: string })[];
};

/** An organisation and the works it is a party to. Refused: `organisation_not_found`. */
export async function openOrganisation(
  register: Register,
  slug: string,
  now: Instant,
): Promise<Result<OrganisationPage>> {
  const { read } = register;
  const organisation = await findOrganisation(read, slug);
  if (!organisation) return refused({ code: 'organisation_not_found', slug });
  const chains = await findPlaceChains(read, organisation.covers);
  const { succeeds = [], hubs = [] } = organisation;
  const named = await findOrganisations(
    read,
    [...succeeds, ...hubs].map((other) => other.organisation),
  );
  const nameOf = (other: string) => named.get(other)?.name ?? other;
  const parts = await partsOfOrganisation(read, organisation, 200);
  const described = await describeWorks(register, parts.named, now);
  const works = described.map(({ organisation: party, ...work }) => ({
    ...work,
    as: party === slug ? null : nameOf(party),
  }));
  const own = works.filter(({ as }) => as === null);
  const records = await listNetworksNaming(read, slug);
  const taken = (await listTakenBy(read, own, 200)).filter(
    ({ target, organisations }) => target.startsWith('cases/') && organisations.includes(slug),
  );
  const telling = await listCasesNamingOrganisation(read, slug);
  const titles = await findTitles(read, [
    ...telling,
    ...taken.flatMap(({ target }) => workNamed(target) ?? []),
  ]);
  const next = (await mapSuccessions(read)).get(slug);
  return accepted({
    organisation,
    parent: organisation.parent === null ? null : await findOrganisation(read, organisation.parent),
    covers: [...chains.values()],
    memberships: records.flatMap((network) =>
      network.members
        .filter((member) => member.organisation === slug)
        .map((member) => ({ network: nameOfNetwork(network), member })),
    ),
    events: eventsOf(records, works),
    systems: records.flatMap((network) => systemsOf(network, slug)),
    works,
    accessions: parts.joined.map(({ type, slug: of, card: { title }, number, accession }) => ({
      agreement: { type, slug: of, title, currentNumber: number },
      accession,
    })),
    adoptions: adoptionsOf(taken, telling, titles),
    hasPromises: parts.joined.length > 0 || works.some(({ type }) => type === 'agreements'),
    successor: next ? { slug: next.successor, name: next.successorName, on: next.on } : null,
    predecessors: succeeds.map(({ organisation: other, on }) => ({ slug: other, name: nameOf(other), on })),
    hubs: hubs.map((term) => ({ ...term, name: nameOf(term.organisation) })).toReversed(),
  });
}

/** Each case once for each text that took it over, in whatever parts; or once, when only the case tells of it. */
function adoptionsOf(
  taken: readonly TakenOver[],
  telling: readonly WorkName[],
  titles: ReadonlyMap<string, TitledWork>,
): OrganisationPage['adoptions'] {
  const pairs = new Map(taken.map((one) => [`${one.target}>${one.work.workId}`, one]));
  const own = [...pairs.values()].map(({ target, work: { type, slug, title } }) => ({
    target,
    by: { type, slug, title },
  }));
  const others = telling
    .map((work) => ({ target: keyOfWork(work), by: null }))
    .filter(({ target }) => own.every((one) => one.target !== target));
  return [...own, ...others].flatMap(({ target, by }) => {
    const origin = titles.get(target);
    return origin ? [{ origin, by }] : [];
  });
}

const nameOfNetwork = ({ slug, kind, name }: Network): NetworkName => ({ slug, kind, name });

function eventsOf(records: readonly Network[], works: readonly DescribedWork[]): readonly NetworkEvent[] {
  const own = new Set(works.map(keyOfWork));
  return records.flatMap(({ events }) => events).filter(({ work }) => work !== null && own.has(work));
}

const systemsOf = ({ dataSystems }: Network, slug: string): readonly DataSystem[] =>
  dataSystems.flatMap((system) => {
    const uses = system.uses.filter(({ organisation }) => organisation === slug);
    return system.owner === slug || uses.length > 0 ? [{ ...system, uses }] : [];
  });
