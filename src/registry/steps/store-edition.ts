import type { Connection } from '../../../db/connection.ts';
import { insertEdition } from '../../../db/editions.ts';
import { projectEdition } from '../../../db/projections.ts';
import { keepRendering } from '../../../db/renderings.ts';
import type { Manifest } from '../../domain/edition.ts';
import { renderBody, rendererVersion } from '../../render/render-markdown.ts';
import { canonicalManifest } from './canonical-manifest.ts';
import { storeFacetsOf } from './store-facets.ts';
import { storeSearchOf } from './store-search.ts';
import { storeWordingsOf } from './store-wordings.ts';
import { storeTopicWordsOf } from './topic-words.ts';

/**
 * The one way an edition enters the register: canonical manifest, projections, search, wordings, words
 * of topics and rendering, in the caller's transaction. The manifest has been checked before.
 * @returns the edition's SHA-256
 */
export async function storeEdition(
  transaction: Connection,
  edition: {
    readonly workId: number;
    readonly manifest: Manifest;
    readonly publishedAt: string;
    readonly organisationIds: ReadonlyMap<string, number>;
  },
): Promise<string> {
  const { workId, manifest, publishedAt, organisationIds } = edition;
  const { json, sha256 } = canonicalManifest(manifest);
  const { html, provisions, preface } = renderBody(manifest.body);
  const number = manifest.edition;
  const editionId = await insertEdition(transaction, { workId, number, sha256, manifest: json, publishedAt });
  await projectEdition(transaction, { editionId, workId, manifest, provisions, organisationIds });
  await storeFacetsOf(transaction, { id: workId, type: manifest.type });
  await storeSearchOf(transaction, { id: editionId, manifest, isCurrent: true }, { provisions, preface });
  await storeWordingsOf(transaction, editionId, provisions);
  await storeTopicWordsOf(transaction, editionId, provisions);
  await keepRendering(transaction, { sha256, renderer: rendererVersion, html });
  return sha256;
}
