import { listAgreementsOf } from '../../db/agreements.ts';
import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listEvidenceToCount } from '../../db/submissions.ts';
import { type CommitmentProgress, commitmentProgress } from '../domain/commitment-progress.ts';
import type { Commitment } from '../domain/edition.ts';
import { countableEvidence } from '../domain/evidence.ts';
import { dayInThailand, type Instant, type IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type OwnShare, ownShare } from '../domain/own-share.ts';
import { promisingRoles } from '../domain/party-roster.ts';
import { type Actor, may } from '../domain/permission.ts';
import type { PlaceChain } from '../domain/place.ts';
import { ownOrganisations } from './steps/own-organisations.ts';
import { type AgreementOn, promisedBy, readAgreement } from './steps/read-agreement.ts';

/** So many agreements stand on a page. */
export const ownAgreementsOnPage = 10;

/** An agreement that one's organisation promised, and how far. */
export type OwnAgreement = {
  readonly slug: string;
  readonly title: string;
  /** Slug of the organisation as it is today. */
  readonly organisation: string;
  /** False when it withdrew: deeds of the time before still count. */
  readonly isParty: boolean;
  /** Whether the actor may record what others judge of its commitments. */
  readonly mayAssess: boolean;
  readonly commitments: readonly {
    readonly commitment: Commitment;
    readonly progress: CommitmentProgress;
    readonly share: OwnShare;
  }[];
};

export type OwnCommitments = {
  readonly agreements: readonly OwnAgreement[];
  readonly total: number;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly places: ReadonlyMap<string, PlaceChain>;
};

/**
 * The commitments of the agreements that an actor's organisations, or those for which they carry on, are or were a
 * party of, each with what concerns them and what they have shown.
 * @param page from 1
 */
export async function listOwnCommitments(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  page: number,
  now: Instant,
): Promise<OwnCommitments> {
  const { present, all, successions } = await ownOrganisations(read, actor);
  const window = { limit: ownAgreementsOnPage, offset: (page - 1) * ownAgreementsOnPage };
  const { agreements: named, total } = await listAgreementsOf(read, all, promisingRoles, window);
  const agreements: OwnAgreement[] = [];
  for (const { slug, title } of named) {
    const agreement = await readAgreement(read, slug, dayInThailand(now), { successions });
    if (agreement) agreements.push(...(await sharesIn(read, actor, agreement, title, present)));
  }
  const units = agreements.flatMap(({ commitments }) =>
    commitments.flatMap(({ share }) => share.readings.flatMap((one) => one.units)),
  );
  return {
    agreements,
    total,
    organisations: await findOrganisations(read, present),
    places: await findPlaceChains(
      read,
      units.flatMap(({ unit }) => (unit !== null && /^\d/.test(unit) ? [unit] : [])),
    ),
  };
}

/** One entry for each of the organisations that is or was a promising party. */
async function sharesIn(
  connection: Connection,
  actor: Actor,
  agreement: AgreementOn,
  title: string,
  organisations: readonly string[],
): Promise<readonly OwnAgreement[]> {
  const { work, day, roster, manifest } = agreement;
  const evidence = (await listEvidenceToCount(connection, work.id, null)).map(countableEvidence);
  const counted = manifest.commitments.map((commitment) => {
    const promised = promisedBy(agreement, commitment);
    return { commitment, promised, progress: commitmentProgress(promised, evidence, day) };
  });
  return organisations
    .filter((organisation) => everPromised(agreement, organisation))
    .map((organisation) => ({
      ...{ slug: work.slug, title, organisation },
      isParty: roster.isParty(organisation, day),
      mayAssess: may(actor, 'publish', work),
      commitments: counted.map(({ commitment, promised, progress }) => ({
        commitment,
        progress,
        share: ownShare(promised, evidence, progress, organisation),
      })),
    }));
}

const everPromised = ({ roster, day }: AgreementOn, organisation: string): boolean =>
  roster
    .tableOn(day as IsoDate)
    .rows.some(
      (row) =>
        promisingRoles.includes(row.role) &&
        (row.holder === organisation || row.organisation === organisation),
    );
