import { mapStanding } from '../../../db/commitments.ts';
import type { Connection } from '../../../db/connection.ts';
import type { EditionEntry, StoredEdition } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import { everything, type Known } from '../../../db/known.ts';
import { listNetworksOfWork, type NetworkName } from '../../../db/networks.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findTitles, type TitledWork } from '../../../db/relations.ts';
import { findTopics, type Topic } from '../../../db/topics.ts';
import { type CommitmentSummary, endOfDay, type SpanTime, spanTime } from '../../domain/commitment-span.ts';
import type { Manifest } from '../../domain/edition.ts';
import { valuesOfKind } from '../../domain/fact-value.ts';
import { dayInThailand, type Instant, type IsoDate } from '../../domain/iso-date.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { PlaceChain } from '../../domain/place.ts';
import type { PlanChain } from '../../domain/plan-chain.ts';
import type { Provision } from '../../domain/provision.ts';
import { type ReviewClock, reviewClock, reviewCycleOf } from '../../domain/review-clock.ts';
import type { Spread } from '../../domain/spread.ts';
import { currentEdition } from '../../domain/succession.ts';
import { type Standing, standingOn, type WorkEvent, withdrawalOf } from '../../domain/timeline.ts';
import { type WorkName, workNamed } from '../../domain/work.ts';
import {
  datedEditions,
  type EditionRole,
  roleOf,
  type TimelineEntry,
  workTimeline,
} from '../../domain/work-timeline.ts';
import type { KnownAsOf } from './as-of-now.ts';
import { readPlanChain } from './read-plan-chain.ts';
import { readSpread } from './read-spread.ts';

/** On which day and time an edition is read, and up to which entries the register is. */
export type ReadAt = { readonly day: IsoDate; readonly time: SpanTime; readonly known: Known };

export const readNow = (now: Instant): ReadAt => {
  const day = dayInThailand(now);
  return { day, time: endOfDay(day), known: everything };
};

export const readAsOf = (asOf: KnownAsOf): ReadAt => ({
  day: asOf.day,
  time: spanTime(asOf.until),
  known: asOf,
});

/** All that a page about one edition shows, computed once. */
export type EditionPage = {
  readonly work: WorkName;
  readonly manifest: Manifest;
  readonly sha256: string;
  readonly publishedAt: Instant;
  /** Safe HTML of the body; every provision carries its eid as id. */
  readonly html: string;
  readonly provisions: readonly Provision[];
  readonly currentNumber: number;
  readonly editions: readonly EditionEntry[];
  readonly events: readonly WorkEvent[];
  /** Editions, events and the review that is due, as one list, latest first. */
  readonly timeline: readonly TimelineEntry[];
  /** What this edition is among those of its work. */
  readonly role: EditionRole;
  /** How the work was withdrawn; null while it stands. */
  readonly withdrawal: WorkEvent | null;
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  /** Organisations that the manifest names, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Works that its facts refer to, by `type/slug`; those that the register does not have are left out. */
  readonly works: ReadonlyMap<string, TitledWork>;
  readonly topics: readonly Topic[];
  /** When it is to be looked at again. */
  readonly review: ReviewClock;
  /** Of a plan: which plans it takes from and hands on to; null for other works. */
  readonly chain: PlanChain | null;
  /** How its commitments stand today, by their ids; empty for an edition that is not the current one. */
  readonly progress: ReadonlyMap<string, CommitmentSummary>;
  /** The day on which it is read, in Thailand. */
  readonly today: IsoDate;
  /** The networks and programmes that a project came out of; of other works they are not looked up. */
  readonly networks: readonly NetworkName[];
  /** Of a case, how far it went; null for what is no case. */
  readonly spread: Pick<Spread, 'adopters' | 'hops'> | null;
};

/**
 * Puts together all that a page about an edition shows.
 * @param edition the edition with its text as rendered
 * @param editions all of the work that readers may read, this one among them
 */
export async function describeEdition(
  read: Connection,
  work: WorkName & { readonly id: number },
  edition: Pick<StoredEdition, 'number' | 'manifest' | 'sha256' | 'publishedAt'> &
    Pick<EditionPage, 'html' | 'provisions'>,
  editions: readonly EditionEntry[],
  { day: today, time, known }: ReadAt,
): Promise<EditionPage> {
  const { manifest, sha256, publishedAt, html, provisions, number } = edition;
  const dated = datedEditions(editions);
  const chains = await findPlaceChains(read, [...manifest.places, ...manifest.possiblePlaces]);
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  const events = await listEvents(read, work.id, known.lastEvent);
  const named = [
    ...manifest.parties.map((party) => party.organisation),
    ...manifest.people.flatMap((person) => person.organisation ?? []),
    ...valuesOfKind(manifest.facts, 'organisation').map(({ organisation }) => organisation),
  ];
  const currentNumber = currentEdition(dated) ?? number;
  return {
    work: { type: work.type, slug: work.slug },
    manifest,
    sha256,
    publishedAt,
    html,
    provisions,
    currentNumber,
    editions,
    events,
    timeline: workTimeline(editions, events, today),
    role: roleOf(editions, number),
    withdrawal: withdrawalOf(events),
    standing: standingOn(dated, events, today),
    places: chainsOf(manifest.places),
    possiblePlaces: chainsOf(manifest.possiblePlaces),
    organisations: await findOrganisations(read, named, known),
    works: await findTitles(
      read,
      valuesOfKind(manifest.facts, 'work').flatMap(({ work: to }) => workNamed(to.split('#')[0] ?? '') ?? []),
      known,
    ),
    topics: await findTopics(read, manifest.topics),
    review: reviewClock({ ...manifest, reviewEvery: reviewCycleOf(manifest) }, events, today),
    chain: work.type === 'plans' ? await readPlanChain(read, work) : null,
    progress:
      manifest.commitments.length > 0 && number === currentNumber
        ? ((await mapStanding(read, [work.id], time)).get(work.id) ?? new Map())
        : new Map(),
    today,
    networks: work.type === 'projects' ? await listNetworksOfWork(read, work) : [],
    spread: work.type === 'cases' ? await readSpread(read, work, known) : null,
  };
}
