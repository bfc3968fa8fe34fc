import { knownFiles } from '../../../db/attachments.ts';
import type { Connection } from '../../../db/connection.ts';
import { mapOrganisationIds } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { findTopics } from '../../../db/topics.ts';
import { checkManifest } from '../../domain/check-manifest.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import { renderBody } from '../../render/render-markdown.ts';

/** Checks a manifest against what the register knows; empty when it may be published. */
export async function problemsOf(
  connection: Connection,
  manifest: Manifest,
): Promise<readonly FieldProblem[]> {
  const places = await findPlaceChains(connection, [...manifest.places, ...manifest.possiblePlaces]);
  const organisations = await mapOrganisationIds(connection);
  const topics = new Set((await findTopics(connection, manifest.topics)).map((topic) => topic.topic));
  const files = await knownFiles(connection, manifest);
  return checkManifest(manifest, {
    hasPlace: (code) => places.has(code),
    hasOrganisation: (slug) => organisations.has(slug),
    hasTopic: (topic) => topics.has(topic),
    hasFile: (sha256) => files.has(sha256),
    provisions: new Set(renderBody(manifest.body).provisions.map((provision) => provision.eid)),
  });
}
