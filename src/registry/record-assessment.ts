import { insertAssessment, listAssessments } from '../../db/assessments.ts';
import { writeAudit } from '../../db/audit.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { isPresent } from '../domain/party-table.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { toNameKey } from '../thai/name-key.ts';
import { sameJson } from './steps/canonical-manifest.ts';
import { decidersOf } from './steps/deciders-of.ts';
import { readAgreement } from './steps/read-agreement.ts';
import { readAssessment, type TypedAssessment } from './steps/read-assessment.ts';

export type AssessmentToRecord = {
  /** Slug of the agreement. */
  readonly agreement: string;
  readonly typed: TypedAssessment;
};

/**
 * Records what somebody from outside judged of a commitment, on the five points of the Open Government Partnership. It
 * stands beside the count and never in it.
 * @returns the assessment; sent twice it is the same one
 * Refused, with nothing changed: `work_not_found`, `not_permitted` to whoever is neither a publisher of the steward nor
 * a registrar, `content_invalid` at the fields of `TypedAssessment`.
 */
export function recordAssessment(
  register: Register,
  actor: Actor,
  { agreement: slug, typed }: AssessmentToRecord,
  now: Instant,
): Promise<Result<{ readonly id: number }>> {
  return register.write(async (transaction) => {
    const agreement = await readAgreement(transaction, slug, dayInThailand(now));
    if (!agreement || agreement.manifest.provenance === 'model') return refused({ code: 'work_not_found' });
    const { work, day, manifest, roster } = agreement;
    if (!may(actor, 'publish', work)) return refused({ code: 'not_permitted' });
    const { steward, hubs } = await decidersOf(transaction, agreement);
    const parties = roster.tableOn(day).rows.filter(isPresent);
    const involved = await findOrganisations(transaction, [
      ...hubs,
      ...(steward === null ? [] : [steward]),
      ...parties.flatMap(({ organisation, holder }) => [organisation, holder]),
    ]);
    const names = [...involved.values()].flatMap(({ name, shortName, aliases }) => [
      name,
      ...(shortName === null ? [] : [shortName]),
      ...aliases,
    ]);
    const read = readAssessment(typed, {
      today: day,
      commitments: manifest.commitments.map(({ id }) => id),
      isInvolved: (assessor) => names.some((name) => toNameKey(name) === toNameKey(assessor)),
    });
    if (!read.ok) return read;
    const same = (await listAssessments(transaction, work.id)).find(({ id: _id, ...one }) =>
      sameJson(one, read.value),
    );
    if (same) return accepted({ id: same.id });
    const { userId } = actor;
    const id = await insertAssessment(transaction, work.id, read.value, { userId, at: now });
    const { commitment, assessor, value } = read.value;
    const details = { assessment: id, commitment, assessor, value };
    const subject = `agreements/${slug}`;
    await writeAudit(transaction, { userId, action: 'assessment.recorded', subject, details }, now);
    return accepted({ id });
  });
}
