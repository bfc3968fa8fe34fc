import { insertAssessment } from '../../db/assessments.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { findNetwork, insertNetwork } from '../../db/networks.ts';
import {
  findOrganisation,
  insertOrganisation,
  mapOrganisationIds,
  storeSuccessions,
} from '../../db/organisations.ts';
import { insertSubmissions } from '../../db/submissions.ts';
import { findWork, insertWork, listWorkNames } from '../../db/works.ts';
import type { Manifest } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Network } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PublicAssessment } from '../domain/public-submission.ts';
import type { RecordedAct, SubmissionKind } from '../domain/submission.ts';
import type { WorkName } from '../domain/work.ts';
import { storeCommitmentHistory } from './steps/store-commitments.ts';
import { storeEdition } from './steps/store-edition.ts';

export type GeneratedWork = {
  readonly name: WorkName;
  readonly editions: readonly Manifest[];
  /** What was handed in about a generated agreement. */
  readonly deeds?: {
    readonly submissions: readonly {
      readonly number: number;
      readonly kind: SubmissionKind;
      readonly commitment: string | null;
      readonly organisation: string;
      readonly acts: readonly Pick<RecordedAct<unknown>, 'kind' | 'facts' | 'at'>[];
    }[];
    readonly assessments: readonly PublicAssessment[];
  };
};

/**
 * Stores a batch of generated works in one transaction; a work that is there already is left alone.
 * @returns the number of works added
 */
export function storeGenerated(
  register: Register,
  works: readonly GeneratedWork[],
  now: Instant,
): Promise<number> {
  return register.write(async (transaction) => {
    const organisationIds = await mapOrganisationIds(transaction);
    let added = 0;
    for (const { name, editions, deeds } of works) {
      if (await findWork(transaction, name)) continue;
      const workId = await insertWork(transaction, name, null, now);
      for (const manifest of editions) {
        await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds });
      }
      if (deeds !== undefined) {
        await storeDeeds(transaction, workId, deeds, organisationIds);
        await storeCommitmentHistory(transaction, { id: workId, ...name }, now);
      }
      added += 1;
    }
    return added;
  });
}

async function storeDeeds(
  transaction: Connection,
  workId: number,
  { submissions, assessments }: NonNullable<GeneratedWork['deeds']>,
  organisationIds: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = submissions.map(({ organisation, ...one }) => {
    const organisationId = organisationIds.get(organisation);
    if (organisationId === undefined) throw new Error(`no organisation ${organisation}`);
    return { ...one, organisationId };
  });
  await insertSubmissions(transaction, workId, rows);
  for (const { at, ...assessment } of assessments) {
    await insertAssessment(transaction, workId, assessment, { userId: null, at });
  }
}

/** Stores generated organisations in one transaction, before the works that name them. */
export function storeGeneratedOrganisations(
  register: Register,
  organisations: readonly Organisation[],
): Promise<void> {
  return register.write(async (transaction) => {
    for (const one of organisations) {
      if (await findOrganisation(transaction, one.slug)) continue;
      await insertOrganisation(transaction, one);
      await storeSuccessions(transaction, one);
    }
  });
}

/** Stores generated networks in one transaction, after their members and works. */
export function storeGeneratedNetworks(register: Register, networks: readonly Network[]): Promise<void> {
  return register.write(async (transaction) => {
    const organisations = await mapOrganisationIds(transaction);
    const works = new Map(
      (await listWorkNames(transaction)).map(({ id, type, slug }) => [`${type}/${slug}`, id]),
    );
    for (const network of networks) {
      if (await findNetwork(transaction, network.slug)) continue;
      await insertNetwork(transaction, network, { organisations, works });
    }
  });
}
