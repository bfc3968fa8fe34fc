import { insertAssessment, listRecordedAssessments } from '../../../db/assessments.ts';
import type { Connection } from '../../../db/connection.ts';
import { findEdition, listEditions } from '../../../db/editions.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { insertSubmissions, listSubmissions } from '../../../db/submissions.ts';
import { findWork } from '../../../db/works.ts';
import type { ArchiveProblem } from '../../archive/problem.ts';
import type { ArchivedDeeds } from '../../archive/read-archive.ts';
import { lineOfField } from '../../archive/yaml-file.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import {
  type Filing,
  filingOf,
  isOneStory,
  type PublicAct,
  type PublicSubmission,
} from '../../domain/public-submission.ts';
import type { WorkName } from '../../domain/work.ts';
import { sameJson } from './canonical-manifest.ts';
import { insertVillages } from './insert-villages.ts';

export type ImportedDeeds = { readonly submissions: number; readonly assessments: number };

/** What the references of an archive are held to. */
type Known = {
  readonly organisationIds: ReadonlyMap<string, number>;
  readonly keptFiles: ReadonlySet<string>;
  /** Ids of the commitments of all editions that the register has of the agreement. */
  readonly commitments: ReadonlySet<string>;
};

/**
 * Adds what an archive holds of submissions and assessments, in the caller's transaction and after all its works. What
 * is there already stays; acts that came since are added behind; one that tells another story is refused.
 * @returns how many of each are new or have new acts
 */
export async function importDeeds(
  transaction: Connection,
  workId: number,
  deeds: ArchivedDeeds,
  known: Omit<Known, 'commitments'>,
  problems: ArchiveProblem[],
): Promise<ImportedDeeds> {
  const report = (found: FieldProblem) =>
    problems.push({ ...found, file: deeds.file, line: lineOfField(deeds.text, found.field, 1) });
  const commitments = await commitmentsOf(transaction, workId);
  const stored = new Map(
    [
      ...(await listSubmissions<Filing>(transaction, workId, { kind: 'evidence' })),
      ...(await listSubmissions<Filing>(transaction, workId, { kind: 'accession' })),
    ].map((one) => [one.number, one]),
  );
  const added = [];
  for (const [index, archived] of deeds.submissions.entries()) {
    const field = `submissions.${index}`;
    const before = stored.get(archived.number);
    if (before !== undefined && !isOneStory(before, archived, sameJson)) {
      report({ field: `${field}.number`, reason: 'differs_from_register', found: String(archived.number) });
      continue;
    }
    const acts = archived.acts.slice(before?.acts.length ?? 0);
    if (acts.length === 0) continue;
    await insertVillages(
      transaction,
      acts.flatMap((act) => placeIn(act) ?? []),
    );
    const found = await problemsOf(transaction, archived, { ...known, commitments });
    for (const one of found) report({ ...one, field: `${field}.${one.field}` });
    const organisationId = known.organisationIds.get(archived.organisation);
    if (found.length > 0 || organisationId === undefined) continue;
    const { number, kind, commitment } = archived;
    const rows = acts.map((act) => ({
      ...{ kind: act.kind, at: act.at, decidedFor: act.decidedFor },
      facts: filingOf(archived, act),
    }));
    added.push({ number, kind, commitment, organisationId, acts: rows });
  }
  await insertSubmissions(transaction, workId, added);
  const assessments = await importAssessments(transaction, workId, deeds, commitments, report);
  return { submissions: added.length, assessments };
}

/** An assessment is known by its commitment and the instant at which it was recorded. One that was taken back does not return. */
async function importAssessments(
  transaction: Connection,
  workId: number,
  deeds: ArchivedDeeds,
  commitments: ReadonlySet<string>,
  report: (found: FieldProblem) => void,
): Promise<number> {
  const recorded = await listRecordedAssessments(transaction, workId);
  let added = 0;
  for (const [index, archived] of deeds.assessments.entries()) {
    const field = `assessments.${index}`;
    const { at, ...assessment } = archived;
    const before = recorded.find(
      (one) => one.assessment.at === at && one.assessment.commitment === assessment.commitment,
    );
    if (before !== undefined) {
      if (sameJson(before.assessment, archived)) continue;
      report({ field: `${field}.at`, reason: 'differs_from_register', found: at });
    } else if (!commitments.has(assessment.commitment)) {
      report({ field: `${field}.commitment`, reason: 'not_in_list', found: assessment.commitment });
    } else {
      await insertAssessment(transaction, workId, assessment, { userId: null, at });
      added += 1;
    }
  }
  return added;
}

async function commitmentsOf(connection: Connection, workId: number): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { number } of await listEditions(connection, workId)) {
    const edition = await findEdition(connection, workId, number);
    for (const { id } of edition?.manifest.commitments ?? []) ids.add(id);
  }
  return ids;
}

async function problemsOf(
  connection: Connection,
  { commitment, organisation, acts }: PublicSubmission,
  { organisationIds, keptFiles, commitments }: Known,
): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  if (!organisationIds.has(organisation)) {
    problems.push({ field: 'organisation', reason: 'unknown_organisation', found: organisation });
  }
  if (commitment !== null && !commitments.has(commitment)) {
    problems.push({ field: 'commitment', reason: 'not_in_list', found: commitment });
  }
  for (const [index, act] of acts.entries()) {
    const { decidedFor } = act;
    if (decidedFor !== null && !organisationIds.has(decidedFor)) {
      problems.push({
        field: `acts.${index}.decidedFor`,
        reason: 'unknown_organisation',
        found: decidedFor,
      });
    }
    const found = await problemsOfAct(connection, act, keptFiles);
    problems.push(...found.map((one) => ({ ...one, field: `acts.${index}.${one.field}` })));
  }
  return problems;
}

const placeIn = ({ facts, counted }: PublicAct): string | null =>
  facts !== null && 'title' in facts ? facts.place : (counted?.place ?? null);

async function problemsOfAct(
  connection: Connection,
  act: PublicAct,
  keptFiles: ReadonlySet<string>,
): Promise<readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const { facts } = act;
  const isEvidence = facts !== null && 'title' in facts;
  const place = placeIn(act);
  if (place !== null && !(await findPlaceChains(connection, [place])).has(place)) {
    problems.push({
      field: isEvidence ? 'facts.place' : 'counted.place',
      reason: 'unknown_place',
      found: place,
    });
  }
  if (isEvidence && facts.work !== null) {
    const [type, slug] = facts.work.split('/') as [WorkName['type'], string];
    if (!(await findWork(connection, { type, slug }))) {
      problems.push({ field: 'facts.work', reason: 'unknown_work', found: facts.work });
    }
  }
  if (facts?.file && !keptFiles.has(facts.file.sha256)) {
    problems.push({ field: 'facts.file', reason: 'unknown_file', found: facts.file.name });
  }
  return problems;
}
