import type { Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { listNetworks } from '../../db/networks.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { listWorkNames } from '../../db/works.ts';
import {
  type ArchiveFile,
  filesOfNetworks,
  filesOfOrganisations,
  filesOfWork,
} from '../archive/archive-files.ts';
import { errorsOf } from '../domain/timeline.ts';

/**
 * The whole public register as archive files, work by work. Works that were never published are left
 * out, and so is the text of an edition that was published in error, of which number, hash and reason are kept. Importing
 * the files into an empty register gives the same editions with the same hashes.
 */
export async function* exportArchive(register: Register): AsyncGenerator<ArchiveFile> {
  const { read } = register;
  yield* filesOfOrganisations(await listOrganisations(read));
  yield* filesOfNetworks(await listNetworks(read));
  for (const work of await listWorkNames(read)) {
    const entries = await listEditions(read, work.id);
    const events = await listEvents(read, work.id);
    if (entries.length + errorsOf(events).length === 0) continue;
    const editions = await Promise.all(
      entries.map(async ({ number, publishedAt }) => {
        const edition = await findEdition(read, work.id, number);
        if (!edition) throw new Error(`${work.type}/${work.slug} lost edition ${number}`);
        return { manifest: edition.manifest, publishedAt };
      }),
    );
    yield* filesOfWork({ type: work.type, slug: work.slug }, { steward: work.steward, events }, editions);
  }
}
