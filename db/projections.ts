import { and, eq } from 'drizzle-orm';
import type { Manifest } from '../src/domain/edition.ts';
import { beYearOf, cardOf } from '../src/domain/edition-card.ts';
import type { Provision } from '../src/domain/provision.ts';
import { thaiSortKey } from '../src/thai/collation.ts';
import type { Connection } from './connection.ts';
import {
  editionCards,
  editionParties,
  editionPlaces,
  editionProvisions,
  editionSources,
  editionTopics,
} from './schema.ts';

export type ProjectedEdition = {
  readonly editionId: number;
  readonly workId: number;
  readonly manifest: Manifest;
  readonly provisions: readonly Provision[];
  /** Organisation ids by slug, at least those of the parties. */
  readonly organisationIds: ReadonlyMap<string, number>;
};

/** Writes the rows by which an edition is listed, filtered and found; the highest number is current. */
export async function projectEdition(connection: Connection, edition: ProjectedEdition): Promise<void> {
  const { editionId, workId, manifest } = edition;
  const latest = connection
    .select({ number: editionCards.number })
    .from(editionCards)
    .where(and(eq(editionCards.workId, workId), eq(editionCards.isCurrent, true)))
    .get();
  const isCurrent = latest === undefined || latest.number < manifest.edition;
  if (isCurrent && latest) {
    connection.update(editionCards).set({ isCurrent: false }).where(eq(editionCards.workId, workId)).run();
  }
  connection
    .insert(editionCards)
    .values({
      editionId,
      workId,
      type: manifest.type,
      number: manifest.edition,
      isCurrent,
      title: manifest.title,
      sortKey: thaiSortKey(manifest.title),
      provenance: manifest.provenance,
      beYear: beYearOf(manifest),
      card: JSON.stringify(cardOf(manifest)),
    })
    .run();
  projectPlaces(connection, editionId, manifest);
  for (const topic of new Set(manifest.topics))
    connection.insert(editionTopics).values({ editionId, topic }).run();
  manifest.parties.forEach((party, position) => {
    const organisationId = edition.organisationIds.get(party.organisation);
    if (organisationId === undefined) throw new Error(`no organisation ${party.organisation}`);
    connection.insert(editionParties).values({ editionId, position, organisationId, role: party.role }).run();
  });
  for (const { id, title, publisher, url, evidenceLevel } of manifest.sources) {
    connection
      .insert(editionSources)
      .values({ editionId, sourceId: id, title, publisher, url, evidenceLevel })
      .run();
  }
  edition.provisions.forEach(({ order: _order, ...provision }, position) => {
    connection
      .insert(editionProvisions)
      .values({ editionId, position, ...provision })
      .run();
  });
}

/** A place that is stated is certain; one of several possible places is not. */
function projectPlaces(connection: Connection, editionId: number, manifest: Manifest): void {
  const certain = new Set(manifest.places);
  for (const placeCode of certain) {
    connection.insert(editionPlaces).values({ editionId, placeCode, isCertain: true }).run();
  }
  for (const placeCode of new Set(manifest.possiblePlaces)) {
    if (certain.has(placeCode)) continue;
    connection.insert(editionPlaces).values({ editionId, placeCode, isCertain: false }).run();
  }
}
