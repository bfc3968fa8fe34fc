import type { Connection } from '../../../db/connection.ts';
import type { StoredEdition } from '../../../db/editions.ts';
import { listProvisions } from '../../../db/provisions.ts';
import { findRendering } from '../../../db/renderings.ts';
import { renderBody, rendererVersion } from '../../render/render-markdown.ts';
import type { EditionPage } from './describe-edition.ts';

/** The text as rendered at publication, or rendered now when the renderer has changed since. */
export async function readText(
  read: Connection,
  edition: Pick<StoredEdition, 'id' | 'sha256' | 'manifest'>,
): Promise<Pick<EditionPage, 'html' | 'provisions'>> {
  const html = await findRendering(read, edition.sha256, rendererVersion);
  return html === null
    ? renderBody(edition.manifest.body)
    : { html, provisions: await listProvisions(read, edition.id) };
}
