import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { type CommitmentProgress, commitmentProgress } from '../domain/commitment-progress.ts';
import type { Commitment } from '../domain/edition.ts';
import { countableEvidence } from '../domain/evidence.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { listEvidenceOf } from './steps/list-evidence.ts';
import { ownOrganisations } from './steps/own-organisations.ts';
import { promisedBy, readAgreement } from './steps/read-agreement.ts';

/** What a form for evidence shows and offers. */
export type EvidencePage = {
  /** Slug, title and number of the edition of the agreement. */
  readonly agreement: string;
  readonly title: string;
  readonly edition: number;
  readonly commitment: Commitment;
  /** How far it is kept today. */
  readonly progress: CommitmentProgress;
  /** Those that one may hand in for: one's own and those that they carry on for; of a registrar what was picked. */
  readonly organisations: readonly (Organisation & { readonly isParty: boolean })[];
  readonly isRegistrar: boolean;
  /** The places of these organisations, by code. */
  readonly places: ReadonlyMap<string, PlaceChain>;
};

/**
 * Opens the form by which evidence toward a commitment is handed in.
 * @param picked slug of the organisation that was chosen; it is offered to a registrar
 * Refused: `work_not_found`, `commitment_not_found` (model texts promise nothing), `not_permitted` to somebody without
 * a role.
 */
export async function openEvidenceForm(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  { agreement: slug, commitment: id }: { readonly agreement: string; readonly commitment: string },
  picked: string,
  now: Instant,
): Promise<Result<EvidencePage>> {
  const agreement = await readAgreement(read, slug, dayInThailand(now));
  if (!agreement) return refused({ code: 'work_not_found' });
  const { manifest, day, roster, work } = agreement;
  const commitment =
    manifest.provenance === 'model' ? undefined : manifest.commitments.find((one) => one.id === id);
  if (!commitment) return refused({ code: 'commitment_not_found', id });
  if (actor.memberships.length === 0) return refused({ code: 'not_permitted' });
  const { all } = await ownOrganisations(read, actor);
  const registrar = isRegistrar(actor);
  const found = await findOrganisations(read, registrar ? [...all, picked] : all);
  const evidence = await listEvidenceOf(read, work.id, id);
  return accepted({
    ...{ agreement: slug, title: manifest.title, edition: agreement.number, commitment },
    progress: commitmentProgress(promisedBy(agreement, commitment), evidence.map(countableEvidence), day),
    organisations: [...found.values()].map((one) => ({ ...one, isParty: roster.isParty(one.slug, day) })),
    isRegistrar: registrar,
    places: await findPlaceChains(
      read,
      [...found.values()].flatMap(({ covers }) => covers),
    ),
  });
}
