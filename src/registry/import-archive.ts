import { insertWorkFile } from '../../db/attachments.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { findStoredEdition } from '../../db/editions.ts';
import { insertEvent, listEvents } from '../../db/events.ts';
import {
  findOrganisation,
  insertOrganisation,
  mapOrganisationIds,
  storeSuccessions,
} from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { ArchiveProblem } from '../archive/problem.ts';
import type { Archive, ArchivedEdition, ArchivedWork } from '../archive/read-archive.ts';
import { organisationsFileName, workFileName } from '../archive/read-archive.ts';
import { lineOfField } from '../archive/yaml-file.ts';
import { attachmentsOf } from '../domain/attachment.ts';
import type { FieldProblem } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import { errorsOf } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { canonicalManifest, sameJson } from './steps/canonical-manifest.ts';
import { importDeeds } from './steps/import-deeds.ts';
import { importNetworks } from './steps/import-networks.ts';
import { insertVillages } from './steps/insert-villages.ts';
import { problemsOf } from './steps/known-references.ts';
import { storeCommitmentHistory } from './steps/store-commitments.ts';
import { storeEdition } from './steps/store-edition.ts';
import { storeFacetsOf } from './steps/store-facets.ts';
import { takeOut } from './steps/take-out.ts';

export type ImportReport = {
  readonly works: number;
  readonly editions: number;
  /** Editions that were there already, with the same hash. */
  readonly unchanged: number;
  readonly organisations: number;
  readonly networks: number;
  /** Submissions about agreements that are new or have new acts, and new assessments. */
  readonly submissions: number;
  readonly assessments: number;
};

export type ImportOutcome =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly problems: readonly ArchiveProblem[] };

/** Carries the problems out of the transaction, so that it rolls back. */
class ImportRefused extends Error {
  readonly problems: readonly ArchiveProblem[];
  constructor(problems: readonly ArchiveProblem[]) {
    super('the archive has problems');
    this.problems = problems;
  }
}

/**
 * Imports an archive in one transaction: all of it, or nothing when anything is wrong. Importing the
 * same archive again changes nothing; an edition that differs from the published one is refused.
 * @param keptFiles hashes of files of the archive that are durable in the store; an edition that names another is refused
 */
export async function importArchive(
  register: Register,
  archive: Archive,
  now: Instant,
  onProgress: (done: number, total: number) => void = () => undefined,
  keptFiles: ReadonlySet<string> = new Set(),
): Promise<ImportOutcome> {
  const problems: ArchiveProblem[] = [];
  const counts = {
    ...{ works: 0, editions: 0, unchanged: 0, organisations: 0, networks: 0 },
    ...{ submissions: 0, assessments: 0 },
  };
  try {
    await register.write(async (transaction) => {
      counts.organisations = await importOrganisations(transaction, archive, problems);
      const organisationIds = await mapOrganisationIds(transaction);
      const changed = new Map<string, WorkName>();
      for (const [index, work] of archive.works.entries()) {
        const done = await importWork(transaction, work, { organisationIds, now, keptFiles }, problems);
        // Only agreements promise something.
        if (done.isChanged && work.name.type === 'agreements') changed.set(work.name.slug, work.name);
        counts.works += done.isNew ? 1 : 0;
        counts.editions += done.editions;
        counts.unchanged += done.unchanged;
        onProgress(index + 1, archive.works.length);
      }
      // What was handed in can name bodies and works that came later in the same archive, and so can who is a party.
      for (const { name, deeds } of archive.works) {
        const work = deeds === undefined || problems.length > 0 ? null : await findWork(transaction, name);
        if (!work || !deeds) continue;
        const done = await importDeeds(transaction, work.id, deeds, { organisationIds, keptFiles }, problems);
        if (done.submissions + done.assessments > 0) changed.set(name.slug, name);
        counts.submissions += done.submissions;
        counts.assessments += done.assessments;
      }
      for (const name of changed.values()) {
        const work = await findWork(transaction, name);
        if (work) await storeCommitmentHistory(transaction, work, now);
      }
      counts.networks = await importNetworks(transaction, archive.networks ?? [], organisationIds, problems);
      if (problems.length > 0) throw new ImportRefused(problems);
      const { unchanged: _unchanged, ...added } = counts;
      if (Object.values(added).some((count) => count > 0)) {
        const entry = {
          userId: null,
          action: 'archive.imported',
          subject: 'archive',
          details: { ...counts },
        };
        await writeAudit(transaction, entry, now);
      }
    });
  } catch (error) {
    if (error instanceof ImportRefused) return { ok: false, problems: error.problems };
    throw error;
  }
  return { ok: true, report: counts };
}

async function importOrganisations(
  transaction: Connection,
  archive: Archive,
  problems: ArchiveProblem[],
): Promise<number> {
  const file = organisationsFileName;
  const listed = new Set(archive.organisations.map((organisation) => organisation.slug));
  let added = 0;
  for (const [index, organisation] of archive.organisations.entries()) {
    const report = (field: string, reason: FieldProblem['reason'], found: string) =>
      problems.push({ file, line: null, field: `${index}.${field}`, reason, found });
    const chains = await findPlaceChains(transaction, organisation.covers);
    const unknown = organisation.covers.find((code) => !chains.has(code));
    if (unknown !== undefined) report('covers', 'unknown_place', unknown);
    const { parent } = organisation;
    if (parent !== null && !listed.has(parent) && !(await findOrganisation(transaction, parent))) {
      report('parent', 'unknown_organisation', parent);
    }
    const others = [...(organisation.succeeds ?? []), ...(organisation.hubs ?? [])];
    for (const { organisation: other } of others) {
      if (!listed.has(other) && !(await findOrganisation(transaction, other))) {
        report('succeeds', 'unknown_organisation', other);
      }
    }
    const existing = await findOrganisation(transaction, organisation.slug);
    if (existing === null && unknown === undefined) {
      await insertOrganisation(transaction, organisation);
      added += 1;
    } else if (existing !== null && !sameJson(existing, organisation)) {
      report('slug', 'differs_from_register', organisation.slug);
    }
  }
  if (problems.length > 0) return added;
  for (const organisation of archive.organisations) await storeSuccessions(transaction, organisation);
  return added;
}

/** What every edition of an import is stored with. */
type Given = {
  readonly organisationIds: ReadonlyMap<string, number>;
  readonly now: Instant;
  readonly keptFiles: ReadonlySet<string>;
};

type ImportedWork = {
  readonly isNew: boolean;
  readonly isChanged: boolean;
  readonly editions: number;
  readonly unchanged: number;
};

async function importWork(
  transaction: Connection,
  work: ArchivedWork,
  given: Given,
  problems: ArchiveProblem[],
): Promise<ImportedWork> {
  const { name, about } = work;
  const { organisationIds, now } = given;
  const stewardId = about.steward === null ? null : organisationIds.get(about.steward);
  if (stewardId === undefined) {
    const file = `${name.type}/${name.slug}/${workFileName}`;
    const found = about.steward ?? '';
    problems.push({ file, line: null, field: 'steward', reason: 'unknown_organisation', found });
    return { isNew: false, isChanged: false, editions: 0, unchanged: 0 };
  }
  const existing = await findWork(transaction, name);
  const workId = existing?.id ?? (await insertWork(transaction, name, stewardId, now));
  const recorded = await listEvents(transaction, workId);
  const events = about.events.filter((event) => !recorded.some((one) => sameJson(one, event)));
  for (const event of events) await insertEvent(transaction, workId, event, now);
  const known = { id: workId, type: name.type };
  if (events.length > 0) await storeFacetsOf(transaction, known);
  for (const { edition } of errorsOf(events)) await takeOut(transaction, known, edition);
  let stored = 0;
  for (const edition of work.editions) {
    const isStored = await importEdition(transaction, workId, edition, given, problems);
    stored += isStored ? 1 : 0;
  }
  return {
    isNew: existing === null,
    isChanged: stored + events.length > 0,
    editions: stored,
    unchanged: work.editions.length - stored,
  };
}

/** @returns false when the same edition was there already, or when it has problems */
async function importEdition(
  transaction: Connection,
  workId: number,
  edition: ArchivedEdition,
  { organisationIds, now, keptFiles }: Given,
  problems: ArchiveProblem[],
): Promise<boolean> {
  const { manifest, file } = edition;
  const report = (problem: FieldProblem) =>
    problems.push({ ...problem, file, line: lineOfField(frontMatterOf(edition.text), problem.field, 2) });
  const existing = await findStoredEdition(transaction, workId, manifest.edition);
  if (existing) {
    if (existing.sha256 !== canonicalManifest(manifest).sha256) {
      report({ field: 'edition', reason: 'differs_from_register', found: String(manifest.edition) });
    }
    return false;
  }
  const error = errorsOf(await listEvents(transaction, workId)).find(
    (one) => one.edition === manifest.edition,
  );
  if (error) {
    // A text that was published in error does not come back by an older archive.
    if (error.sha256 !== canonicalManifest(manifest).sha256) {
      report({ field: 'edition', reason: 'differs_from_register', found: String(manifest.edition) });
    }
    return false;
  }
  await insertVillages(transaction, [...manifest.places, ...manifest.possiblePlaces]);
  for (const { sha256, mediaType, bytes } of attachmentsOf(manifest)) {
    if (!keptFiles.has(sha256)) continue;
    await insertWorkFile(transaction, { workId, sha256, mediaType, bytes, userId: null, at: now });
  }
  const found = await problemsOf(transaction, manifest);
  for (const problem of found) report(problem);
  if (found.length > 0) return false;
  const publishedAt = edition.publishedAt ?? now;
  await storeEdition(transaction, { workId, manifest, publishedAt, organisationIds });
  return true;
}

const frontMatterOf = (text: string): string => /^---\r?\n([\s\S]*?\n)---/.exec(text)?.[1] ?? '';
