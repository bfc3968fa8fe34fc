import { listAssessments } from '../../db/assessments.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listProvisions } from '../../db/provisions.ts';
import { findTitles, type TitledWork } from '../../db/relations.ts';
import { listSubmissions } from '../../db/submissions.ts';
import { commitmentProgress } from '../domain/commitment-progress.ts';
import type { CountedCommitment, EvidenceRow } from '../domain/counted-commitment.ts';
import type { Commitment, Manifest, Provenance, Source } from '../domain/edition.ts';
import { countableEvidence, type EvidenceFiling } from '../domain/evidence.ts';
import { firstDayOf, type Instant, type IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result } from '../domain/result.ts';
import {
  acceptanceOn,
  dayActs,
  type KnownSubmission,
  presentStanding,
  submissionOn,
} from '../domain/submission.ts';
import type { Standing } from '../domain/timeline.ts';
import { uncountedDeeds } from '../domain/uncounted.ts';
import { type WorkName, workNamed } from '../domain/work.ts';
import { agreementAtAddress } from './steps/agreement-at-address.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import { sameJson } from './steps/canonical-manifest.ts';
import { type AgreementOn, promisedBy } from './steps/read-agreement.ts';

/** The commitments of an agreement on a day, each with what was counted and the rows behind it. A model text has none. */
export type CommitmentsPage = {
  readonly work: WorkName;
  readonly title: string;
  readonly provenance: Provenance;
  /** The period as asked for, `2017`, `2017-05` or `2017-05-15`; null for the day of `asOf`. Its last day counts. */
  readonly date: string | null;
  readonly day: IsoDate;
  /** The edition that says what was promised, and all that citing it takes. */
  readonly edition: number;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly manifest: Manifest;
  /** The provisions of that edition which a commitment points at, by eid. */
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly standing: Standing;
  readonly commitments: readonly CountedCommitment[];
  /** Every organisation that is counted or did something, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Every place that is counted or in which something was done, by code. */
  readonly places: ReadonlyMap<string, PlaceChain>;
  /** The works of the register that show a deed, by `type/slug`. */
  readonly works: ReadonlyMap<string, TitledWork>;
  readonly sources: readonly Source[];
  readonly asOf: KnownAsOf;
};

export type CommitmentsAnswer =
  | { readonly kind: 'same_day'; readonly date: string }
  | { readonly kind: 'page'; readonly page: CommitmentsPage };

/**
 * How far the commitments of an agreement are kept, today or as the register knew it on a day.
 * @param text the day, month or year of an address; null for today, or for the day of `asOf`. A Buddhist-era year or
 *   Thai digits lead to the plain CE address.
 * @param asOf what the register held then is what counts; null for now
 * Refused: `date_not_understood`, `work_not_found`, `not_known_then`.
 */
export async function openCommitments(
  { read }: Pick<Register, 'read'>,
  slug: string,
  text: string | null,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<Result<CommitmentsAnswer>> {
  const then = await asOfOrNow({ read }, asOf, now);
  const asked = await agreementAtAddress({ read }, slug, text, then);
  if (!asked.ok) return asked;
  if (asked.value.kind === 'same_day') return accepted(asked.value);
  const { agreement, date, standing } = asked.value;
  const { work, day, manifest, number: edition, sha256, publishedAt } = agreement;
  const submissions = await listSubmissions<EvidenceFiling>(read, work.id, { kind: 'evidence' }, then);
  const assessments = await listAssessments(read, work.id, then);
  const isModel = manifest.provenance === 'model';
  const commitments = (isModel ? [] : manifest.commitments).map((commitment) => ({
    ...countOne(agreement, commitment, submissions),
    assessments: assessments.filter(
      (one) => one.commitment === commitment.id && firstDayOf(one.date.start) <= day,
    ),
  }));
  return accepted({
    kind: 'page',
    page: {
      work: { type: work.type, slug },
      title: manifest.title,
      provenance: manifest.provenance,
      date,
      day,
      ...{ edition, sha256, publishedAt, manifest },
      provisions: await provisionsOf(read, agreement),
      standing,
      commitments,
      organisations: new Map([
        ...agreement.organisations,
        ...(await findOrganisations(
          read,
          commitments.flatMap(({ evidence }) =>
            evidence.flatMap(({ organisation, accepted: { by } }) => [
              organisation,
              ...(by === null ? [] : [by]),
            ]),
          ),
          then,
        )),
      ]),
      places: await findPlaceChains(read, placesIn(commitments)),
      works: await findTitles(read, worksIn(commitments), then),
      sources: manifest.sources,
      asOf: then,
    },
  });
}

function countOne(
  agreement: AgreementOn,
  commitment: Commitment,
  submissions: readonly KnownSubmission<EvidenceFiling>[],
): Omit<CountedCommitment, 'assessments'> {
  const own = submissions.filter((one) => one.commitment === commitment.id);
  const promised = promisedBy(agreement, commitment);
  const counted = own.map(countableEvidence);
  const progress = commitmentProgress(promised, counted, agreement.day);
  const uncounted = new Map(
    progress.readings.map((reading) => [
      reading.scope,
      uncountedDeeds(promised, counted, reading, agreement.day),
    ]),
  );
  const waiting = own.filter(({ acts }) => submissionOn(dayActs(acts), agreement.day)?.state === 'submitted');
  const evidence = own.flatMap((one) => rowOf(one, agreement.day));
  return { commitment, progress, evidence, uncounted, waiting: waiting.length };
}

function rowOf(submission: KnownSubmission<EvidenceFiling>, day: IsoDate): readonly EvidenceRow[] {
  const then = submissionOn(dayActs(submission.acts), day);
  const acceptance = acceptanceOn(submission, day);
  if (then === null || acceptance === null) return [];
  const { number, organisation } = submission;
  const { amount, date } = then.facts;
  const today = presentStanding({ acts: [...submission.acts, ...submission.later] });
  const isPublic = today.state === 'accepted' && sameJson(today.facts, then.facts);
  const doneOn = date.end ?? date.start;
  return [
    { number, organisation, amount, doneOn, filing: isPublic ? then.facts : null, accepted: acceptance },
  ];
}

const placesIn = (commitments: readonly Omit<CountedCommitment, 'assessments'>[]): readonly string[] =>
  commitments.flatMap(({ progress, evidence }) => [
    ...evidence.flatMap(({ filing }) => filing?.place ?? []),
    ...progress.readings
      .filter(({ scope }) => scope === 'each_place')
      .flatMap(({ units }) => units.flatMap(({ unit }) => unit ?? [])),
  ]);

const worksIn = (commitments: readonly Pick<CountedCommitment, 'evidence'>[]): readonly WorkName[] =>
  commitments.flatMap(({ evidence }) =>
    evidence.flatMap(({ filing }) => workNamed(filing?.work ?? null) ?? []),
  );

async function provisionsOf(
  read: Register['read'],
  { editionId, manifest }: AgreementOn,
): Promise<ReadonlyMap<string, Provision>> {
  const asked = new Set(manifest.commitments.map(({ provision }) => provision));
  const found = (await listProvisions(read, editionId)).filter(({ eid }) => asked.has(eid));
  return new Map(found.map((provision) => [provision.eid, provision]));
}
