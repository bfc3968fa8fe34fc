import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listProvisions } from '../../db/provisions.ts';
import { listPublishedWorkIds, listSearchRows, type SearchRow } from '../../db/search-rows.ts';
import { findTopics } from '../../db/topics.ts';
import { findWork } from '../../db/works.ts';
import { documentType } from '../catalogue/index.ts';
import { addresses } from '../domain/addresses.ts';
import { beYearOf } from '../domain/edition-card.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import type { Provision } from '../domain/provision.ts';
import type { SearchRecord, SearchSection } from '../domain/search-record.ts';
import { searchableWords } from '../domain/searchable-words.ts';
import { isWorkType } from '../domain/work.ts';
import { renderBody } from '../render/render-markdown.ts';

/**
 * Every published edition, the editions of a work one after the other.
 * @param options.workPaths only these works (`/charters/…`); ones that are not there are passed over
 */
export async function* listSearchRecords(
  register: Register,
  options: { readonly workPaths?: readonly string[] },
): AsyncGenerator<SearchRecord> {
  const { read } = register;
  const ids = options.workPaths ? await idsOf(read, options.workPaths) : await listPublishedWorkIds(read);
  for (const id of ids) {
    for (const row of await listSearchRows(read, id)) yield recordOf(read, row);
  }
}

async function idsOf(connection: Connection, workPaths: readonly string[]): Promise<readonly number[]> {
  const works = await Promise.all(
    workPaths.map(async (path) => {
      const [, type = '', slug = ''] = path.split('/');
      return isWorkType(type) ? findWork(connection, { type, slug }) : null;
    }),
  );
  return works.flatMap((work) => work?.id ?? []);
}

async function recordOf(connection: Connection, row: SearchRow): Promise<SearchRecord> {
  const { manifest } = row;
  const work = { type: manifest.type, slug: manifest.slug };
  const chains = await findPlaceChains(connection, [...manifest.places, ...manifest.possiblePlaces]);
  const places = [...chains.values()];
  const slugs = [
    ...manifest.parties.map((party) => party.organisation),
    ...manifest.people.flatMap((person) => person.organisation ?? []),
  ];
  const organisations = await findOrganisations(connection, slugs);
  const topics = await findTopics(connection, manifest.topics);
  const provinces = new Set(places.flatMap((chain) => chain.at(-1)?.name ?? []));
  return {
    url: addresses.edition(work, manifest.edition),
    workPath: addresses.work(work),
    isCurrent: row.isCurrent,
    title: manifest.title,
    type: manifest.type,
    typeLabel: documentType(manifest.type).label,
    editionLabel:
      manifest.label.kind === 'given' ? manifest.label.value : `ฉบับที่ ${manifest.edition} ในทะเบียน`,
    placeLine: places.map(shortPlaceLine).join(' · '),
    provinces: [...provinces],
    year: beYearOf(manifest)?.toString() ?? null,
    provenance: manifest.provenance,
    keywords: searchableWords(manifest, {
      places,
      organisations: [...organisations.values()],
      topics: topics.map((topic) => topic.label),
    }),
    sections: sectionsOf(await listProvisions(connection, row.editionId), manifest.body),
  };
}

/** What stands before the first heading, then one section a clause, chapter or heading. */
function sectionsOf(provisions: readonly Provision[], body: string): readonly SearchSection[] {
  const preface = body.startsWith('#') ? '' : renderBody(body).preface;
  const parts = provisions
    .filter((provision) => provision.kind !== 'paragraph')
    .map(({ eid, label, heading, text }) => ({ eid, label, heading: heading ?? '', text }));
  return preface === '' ? parts : [{ eid: '', label: '', heading: '', text: preface }, ...parts];
}
