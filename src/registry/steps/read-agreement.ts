import type { Connection } from '../../../db/connection.ts';
import { findEdition, listEditions } from '../../../db/editions.ts';
import { everything, type Known } from '../../../db/known.ts';
import { findOrganisations, mapSuccessions } from '../../../db/organisations.ts';
import { listSubmissions } from '../../../db/submissions.ts';
import { findWork, type StoredWork } from '../../../db/works.ts';
import { type AccessionFiling, acceptedParties, withAccepted } from '../../domain/accession.ts';
import type { Promised } from '../../domain/commitment-progress.ts';
import type { Commitment, Manifest } from '../../domain/edition.ts';
import { dayInThailand, type Instant, type IsoDate } from '../../domain/iso-date.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type OrganisationSuccession, successionsUntil } from '../../domain/organisation-succession.ts';
import { type PartyRoster, partyRoster } from '../../domain/party-roster.ts';
import type { PartyEdition } from '../../domain/party-table.ts';
import type { KnownSubmission } from '../../domain/submission.ts';
import { editionOn } from '../../domain/succession.ts';
import type { DatedEdition } from '../../domain/timeline.ts';
import { datedEditions } from '../../domain/work-timeline.ts';

/** An agreement as it stood on a day: the edition, its parties with those that joined since, and who carries on for whom. */
export type AgreementOn = {
  readonly work: StoredWork;
  readonly day: IsoDate;
  readonly editionId: number;
  readonly number: number;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly manifest: Manifest;
  readonly editions: readonly DatedEdition[];
  readonly partyEdition: PartyEdition;
  /** By which organisations say that a place among the parties is theirs, in any state, by number. */
  readonly accessions: readonly KnownSubmission<AccessionFiling>[];
  readonly successions: readonly OrganisationSuccession[];
  readonly roster: PartyRoster;
  /** Parties and those that carry on for them, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/**
 * The agreement of that slug on a day; before its first edition, the first. Null when there is none that readers may
 * read.
 * @param successions of all organisations, when they were read already
 * @param known up to which entries the register is read
 */
export async function readAgreement(
  connection: Connection,
  slug: string,
  day: IsoDate,
  {
    known = everything,
    ...given
  }: { readonly successions?: readonly OrganisationSuccession[]; readonly known?: Known } = {},
): Promise<AgreementOn | null> {
  const work = await findWork(connection, { type: 'agreements', slug });
  const entries = work ? await listEditions(connection, work.id, known.lastEdition) : [];
  const [first] = entries;
  if (!work || first === undefined) return null;
  const editions = datedEditions(entries);
  const edition = await findEdition(connection, work.id, editionOn(editions, day) ?? first.number);
  if (!edition) throw new Error(`agreements/${slug} lost an edition`);
  const { id: editionId, number, sha256, manifest, publishedAt } = edition;
  const accessions = await listSubmissions<AccessionFiling>(
    connection,
    work.id,
    { kind: 'accession' },
    known,
  );
  const { claims, adopted } = manifest;
  const partyEdition: PartyEdition = {
    claims,
    adopted,
    parties: withAccepted(manifest.parties, acceptedParties(accessions)),
    publishedOn: dayInThailand(publishedAt),
  };
  const successions = given.successions ?? (await listSuccessions(connection, known));
  return {
    ...{
      work,
      day,
      editionId,
      number,
      sha256,
      publishedAt,
      manifest,
      editions,
      partyEdition,
      accessions,
      successions,
    },
    roster: partyRoster(partyEdition, successions),
    organisations: await findOrganisations(
      connection,
      partyEdition.parties.flatMap(({ organisation }) => lineOf(organisation, successions)),
      known,
    ),
  };
}

/** Which organisations carry on for which, as party tables take it. */
export const listSuccessions = async (
  connection: Connection,
  known: Known = everything,
): Promise<readonly OrganisationSuccession[]> =>
  [...(await mapSuccessions(connection, known)).values()].map(({ predecessor, successor, on }) => ({
    predecessor,
    successor,
    date: on,
  }));

/** An organisation and those that carried on for it, to this day and beyond. */
export const lineOf = (
  organisation: string,
  successions: readonly OrganisationSuccession[],
): readonly string[] => [
  organisation,
  ...successionsUntil(organisation, successions, '9999-12-31').map(({ successor }) => successor),
];

/** What a commitment of the agreement is counted against. */
export const promisedBy = (
  { roster, organisations }: Pick<AgreementOn, 'roster' | 'organisations'>,
  commitment: Commitment,
): Promised => ({
  commitment,
  roster,
  placesOf: (organisation) => organisations.get(organisation)?.covers ?? [],
});
