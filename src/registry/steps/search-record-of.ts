import type { Connection } from '../../../db/connection.ts';
import { findOrganisations } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findTopics } from '../../../db/topics.ts';
import { documentType } from '../../catalogue/index.ts';
import { addresses } from '../../domain/addresses.ts';
import { type Attachment, attachmentAnchor, attachmentsOf } from '../../domain/attachment.ts';
import type { Manifest } from '../../domain/edition.ts';
import { beYearOf } from '../../domain/edition-card.ts';
import { valuesOfKind } from '../../domain/fact-value.ts';
import { shortPlaceLine } from '../../domain/place-label.ts';
import type { SearchRecord, SearchSection } from '../../domain/search-record.ts';
import { searchableWords } from '../../domain/searchable-words.ts';
import type { RenderedBody } from '../../render/render-markdown.ts';

/** A published edition as search sees it, with the names of what it names by code. */
export async function searchRecordOf(
  connection: Connection,
  edition: { readonly manifest: Manifest; readonly isCurrent: boolean },
  text: Pick<RenderedBody, 'provisions' | 'preface'>,
): Promise<SearchRecord> {
  const { manifest, isCurrent } = edition;
  const work = { type: manifest.type, slug: manifest.slug };
  const chains = await findPlaceChains(connection, [...manifest.places, ...manifest.possiblePlaces]);
  const places = [...chains.values()];
  const slugs = [
    ...manifest.parties.map((party) => party.organisation),
    ...manifest.people.flatMap((person) => person.organisation ?? []),
    ...valuesOfKind(manifest.facts, 'organisation').map(({ organisation }) => organisation),
  ];
  const organisations = await findOrganisations(connection, slugs);
  const topics = await findTopics(connection, manifest.topics);
  const provinces = new Set(places.flatMap((chain) => chain.at(-1)?.name ?? []));
  return {
    url: addresses.edition(work, manifest.edition),
    workPath: addresses.work(work),
    isCurrent,
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
    sections: [...sectionsOf(text, manifest.body), ...attachmentsOf(manifest).map(fileSection)],
  };
}

/** What stands before the first heading, then one section a clause, chapter or heading. */
function sectionsOf(
  { provisions, preface }: Pick<RenderedBody, 'provisions' | 'preface'>,
  body: string,
): readonly SearchSection[] {
  const parts = provisions
    .filter((provision) => provision.kind !== 'paragraph')
    .map(({ eid, label, heading, text }) => ({ eid, label, heading: heading ?? '', text }));
  const hasPreface = preface !== '' && !body.startsWith('#');
  return hasPreface ? [{ eid: '', label: '', heading: '', text: preface }, ...parts] : parts;
}

/** A file is found by its title and by the words that stand in its place; it stands on the page of its edition. */
const fileSection = (file: Attachment): SearchSection => ({
  eid: attachmentAnchor(file),
  label: 'ไฟล์แนบ',
  heading: file.title,
  text: file.textEquivalent?.kind === 'text' ? file.textEquivalent.text : '',
});
