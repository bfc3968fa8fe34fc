import { listRecordedAssessments } from '../../db/assessments.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { listNetworks } from '../../db/networks.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { listSubmissions } from '../../db/submissions.ts';
import { listWorkNames } from '../../db/works.ts';
import {
  type ArchiveFile,
  filesOfNetworks,
  filesOfOrganisations,
  filesOfWork,
} from '../archive/archive-files.ts';
import { type Filing, type PublicDeeds, publicSubmission } from '../domain/public-submission.ts';
import { errorsOf } from '../domain/timeline.ts';
import { sameJson } from './steps/canonical-manifest.ts';

/**
 * The whole public register as archive files, work by work. Works that were never published are left
 * out, and so is the text of an edition that was published in error, of which number, hash and reason are kept. What was handed in about
 * agreements is there as far as it is public. Importing
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
    const name = { type: work.type, slug: work.slug };
    // What was handed in is public with an agreement that readers may read.
    const deeds = work.type === 'agreements' && entries.length > 0 ? await publicDeeds(read, work.id) : null;
    yield* filesOfWork(name, { steward: work.steward, events }, editions, deeds);
  }
}

async function publicDeeds(connection: Connection, workId: number): Promise<PublicDeeds> {
  const submissions = [
    ...(await listSubmissions<Filing>(connection, workId, { kind: 'evidence' })),
    ...(await listSubmissions<Filing>(connection, workId, { kind: 'accession' })),
  ];
  const recorded = await listRecordedAssessments(connection, workId);
  return {
    submissions: submissions.flatMap((one) => publicSubmission(one, sameJson) ?? []),
    assessments: recorded.filter(({ isRetracted }) => !isRetracted).map(({ assessment }) => assessment),
  };
}
