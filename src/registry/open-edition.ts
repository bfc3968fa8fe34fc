import type { Register } from '../../db/connection.ts';
import { type EditionEntry, findEdition, listEditions, type StoredEdition } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listProvisions } from '../../db/provisions.ts';
import { findRendering } from '../../db/renderings.ts';
import { findTopics, type Topic } from '../../db/topics.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import { type Standing, standingOn, type WorkEvent, withdrawalOf } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import {
  datedEditions,
  type EditionRole,
  roleOf,
  type TimelineEntry,
  workTimeline,
} from '../domain/work-timeline.ts';
import { renderBody, rendererVersion } from '../render/render-markdown.ts';

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
  readonly topics: readonly Topic[];
};

/**
 * Opens one edition of a work for reading.
 * @param number the edition, or `current`
 * Refused: `work_not_found` (also for a work that was never published), `edition_not_found`.
 */
export async function openEdition(
  register: Register,
  name: WorkName,
  number: number | 'current',
  now: Instant,
): Promise<Result<EditionPage>> {
  const { read } = register;
  const work = await findWork(read, name);
  if (!work) return refused({ code: 'work_not_found' });
  const editions = await listEditions(read, work.id);
  const dated = datedEditions(editions);
  const currentNumber = currentEdition(dated);
  if (currentNumber === null) return refused({ code: 'work_not_found' });
  const wanted = number === 'current' ? currentNumber : number;
  const edition = await findEdition(read, work.id, wanted);
  if (!edition) return refused({ code: 'edition_not_found', number: wanted });

  const { manifest } = edition;
  const text = await readText(register, edition);
  const chains = await findPlaceChains(read, [...manifest.places, ...manifest.possiblePlaces]);
  const chainsOf = (codes: readonly string[]) => codes.flatMap((code) => [chains.get(code) ?? []]);
  const events = await listEvents(read, work.id);
  const today = dayInThailand(now);
  const named = [
    ...manifest.parties.map((party) => party.organisation),
    ...manifest.people.flatMap((person) => person.organisation ?? []),
  ];
  return accepted({
    work: name,
    manifest,
    sha256: edition.sha256,
    publishedAt: edition.publishedAt,
    ...text,
    currentNumber,
    editions,
    events,
    timeline: workTimeline(editions, events, today),
    role: roleOf(editions, wanted),
    withdrawal: withdrawalOf(events),
    standing: standingOn(dated, events, today),
    places: chainsOf(manifest.places),
    possiblePlaces: chainsOf(manifest.possiblePlaces),
    organisations: await findOrganisations(read, named),
    topics: await findTopics(read, manifest.topics),
  });
}

/** The text as rendered at publication, or rendered now when the renderer has changed since. */
async function readText(
  { read }: Register,
  edition: StoredEdition,
): Promise<Pick<EditionPage, 'html' | 'provisions'>> {
  const html = await findRendering(read, edition.sha256, rendererVersion);
  return html === null
    ? renderBody(edition.manifest.body)
    : { html, provisions: await listProvisions(read, edition.id) };
}
