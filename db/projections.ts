import { eq, sql } from 'drizzle-orm';
import { attachmentsOf } from '../src/domain/attachment.ts';
import { statementsOfCase } from '../src/domain/case-adoptions.ts';
import { type Manifest, provenances } from '../src/domain/edition.ts';
import { cardOf, type EditionCard } from '../src/domain/edition-card.ts';
import { givenValue } from '../src/domain/fact.ts';
import { lineageOf } from '../src/domain/lineage.ts';
import type { Provision } from '../src/domain/provision.ts';
import { succession } from '../src/domain/succession.ts';
import { keyOfWork } from '../src/domain/work.ts';
import { thaiSortKey } from '../src/thai/collation.ts';
import type { Connection } from './connection.ts';
import { forEver } from './known.ts';
import {
  editionAdoptions,
  editionCards,
  editionFiles,
  editionParties,
  editionPlaces,
  editionProvisions,
  editionRelations,
  editionSources,
  editionTopics,
  editionTopicWords,
  renderings,
} from './schema.ts';
import { removeSearchEntry } from './search-index.ts';

export type ProjectedEdition = {
  readonly editionId: number;
  readonly workId: number;
  readonly manifest: Manifest;
  readonly provisions: readonly Provision[];
  /** Organisation ids by slug, at least those of the parties. */
  readonly organisationIds: ReadonlyMap<string, number>;
};

/** Writes the rows by which an edition is listed and found, and says anew which edition of its work is current. */
export async function projectEdition(connection: Connection, edition: ProjectedEdition): Promise<void> {
  const { editionId, workId, manifest } = edition;
  connection
    .insert(editionCards)
    .values({
      editionId,
      workId,
      type: manifest.type,
      number: manifest.edition,
      isCurrent: false,
      title: manifest.title,
      sortKey: thaiSortKey(manifest.title),
      provenanceRank: provenances.indexOf(manifest.provenance),
      adoptedOn: givenValue(manifest.adopted)?.start ?? null,
      card: JSON.stringify(cardOf(manifest)),
    })
    .run();
  markCurrent(connection, workId);
  const rows = {
    places: placeRows(editionId, manifest),
    topics: [...new Set(manifest.topics)].map((topic) => ({ editionId, topic })),
    parties: partyRows(edition),
    sources: manifest.sources.map(({ id, title, publisher, url, evidenceLevel }) => ({
      editionId,
      sourceId: id,
      title,
      publisher,
      url,
      evidenceLevel,
    })),
    relations: manifest.relations.map(({ kind, target: text, note }, position) => {
      const [target = '', targetEid = null] = text.split('#');
      const { edition: targetEdition, to: ownEid } = lineageOf({ target: text, note });
      return { editionId, position, kind, target, targetEid, note, targetEdition, ownEid };
    }),
    adoptions: adoptionRows(editionId, manifest),
    files: attachmentsOf(manifest).map(({ sha256, name, mediaType, bytes }, position) => ({
      editionId,
      position,
      sha256,
      name,
      mediaType,
      bytes,
    })),
    provisions: edition.provisions.map(({ order, ...provision }) => ({
      editionId,
      position: order,
      ...provision,
    })),
  };
  for (const part of inParts(rows.places)) connection.insert(editionPlaces).values(part).run();
  for (const part of inParts(rows.topics)) connection.insert(editionTopics).values(part).run();
  connection.run(
    sql`INSERT INTO edition_parties (edition_id, position, organisation_id, role)
        SELECT ${editionId}, value ->> 'position', value ->> 'organisationId', value ->> 'role'
        FROM json_each(${JSON.stringify(rows.parties)})`,
  );
  for (const part of inParts(rows.sources)) connection.insert(editionSources).values(part).run();
  for (const part of inParts(rows.relations)) connection.insert(editionRelations).values(part).run();
  for (const part of inParts(rows.adoptions)) connection.insert(editionAdoptions).values(part).run();
  for (const part of inParts(rows.files)) connection.insert(editionFiles).values(part).run();
  for (const part of inParts(rows.provisions)) connection.insert(editionProvisions).values(part).run();
}

/**
 * Takes an edition out of everything that readers are shown, its rendering and its words for search too, and says anew
 * which edition of its work is current. The edition itself stays as it was published.
 */
export async function removeProjections(
  connection: Connection,
  edition: { readonly id: number; readonly workId: number; readonly sha256: string },
): Promise<void> {
  const { id, workId, sha256 } = edition;
  await removeSearchEntry(connection, id);
  connection.delete(renderings).where(eq(renderings.sha256, sha256)).run();
  for (const table of [
    editionPlaces,
    editionTopics,
    editionParties,
    editionSources,
    editionRelations,
    editionAdoptions,
    editionProvisions,
    editionTopicWords,
    editionCards,
  ]) {
    connection.delete(table).where(eq(table.editionId, id)).run();
  }
  markCurrent(connection, workId);
}

/** Says which edition of a work is the current one, and for each other one in whose favour it stopped being so. */
function markCurrent(connection: Connection, workId: number): void {
  const cards = connection.select().from(editionCards).where(eq(editionCards.workId, workId)).all();
  const turns = succession(
    cards.map(({ number, card }) => ({ number, ...(JSON.parse(card) as EditionCard) })),
  );
  const idOf = (number: number | undefined) => cards.find((one) => one.number === number)?.editionId;
  const untilOf = (number: number): number => {
    const turn = turns.indexOf(number);
    return turn === -1 ? 0 : (idOf(turns[turn + 1]) ?? forEver);
  };
  const changed = cards.flatMap(({ editionId, number, currentUntil }) =>
    untilOf(number) === currentUntil ? [] : [{ editionId, currentUntil: untilOf(number) }],
  );
  // The current one last: a work has no two at any time.
  for (const { editionId, currentUntil } of changed.toSorted((a, b) => a.currentUntil - b.currentUntil)) {
    connection
      .update(editionCards)
      .set({ currentUntil, isCurrent: currentUntil === forEver })
      .where(eq(editionCards.editionId, editionId))
      .run();
  }
}

/** SQLite takes at most 32,766 values in one statement; the widest row here has nine. */
const rowsPerStatement = 1000;

function inParts<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}

function partyRows({ manifest, organisationIds }: ProjectedEdition) {
  return manifest.parties.map((party, position) => {
    const organisationId = organisationIds.get(party.organisation);
    if (organisationId === undefined) throw new Error(`no organisation ${party.organisation}`);
    return { position, organisationId, role: party.role };
  });
}

/** Only a case tells who took it over. */
function adoptionRows(editionId: number, manifest: Manifest) {
  if (manifest.type !== 'cases') return [];
  return statementsOfCase(manifest).map(({ adopter: { work, organisations } }, position) => ({
    editionId,
    position,
    organisation: organisations[0] ?? null,
    work: work === null ? null : keyOfWork(work),
  }));
}

/** A place that is stated is certain; one of several possible places is not. */
function placeRows(editionId: number, manifest: Manifest) {
  const certain = new Set(manifest.places);
  const possible = new Set(manifest.possiblePlaces.filter((code) => !certain.has(code)));
  return [
    ...[...certain].map((placeCode) => ({ editionId, placeCode, isCertain: true })),
    ...[...possible].map((placeCode) => ({ editionId, placeCode, isCertain: false })),
  ];
}
