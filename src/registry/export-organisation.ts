import type { Register } from '../../db/connection.ts';
import { findOrganisation, findOrganisations } from '../../db/organisations.ts';
import type { PartyRole } from '../domain/edition.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyDeed } from '../domain/party-table.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { describeInTurns, type ExportedWork } from './steps/describe-exported.ts';
import { forerunnersOf, partsOfOrganisation } from './steps/parts-of-organisation.ts';
import { exportMaximum } from './steps/read-works.ts';

export type ExportedOrganisation = {
  readonly organisation: Organisation;
  /** Itself and those that it carries on for, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly works: readonly (ExportedWork & {
    readonly role: PartyRole;
    readonly organisation: string;
    readonly deeds: readonly PartyDeed[];
    readonly accession: {
      readonly confirmedOn: string;
      readonly note: string | null;
      readonly isTold: boolean;
    } | null;
  })[];
};

/**
 * The works that an organisation, or one that it carries on for, has a part in as of a moment: those whose edition names
 * it, then those that it joined through the register. Refused: `organisation_not_found`, `not_known_then`.
 */
export async function exportOrganisation(
  { read }: Register,
  slug: string,
  asOf: KnownAsOf,
): Promise<Result<ExportedOrganisation>> {
  const organisation = await findOrganisation(read, slug, asOf);
  if (organisation === null) {
    const isLater = (await findOrganisation(read, slug)) !== null;
    return refused(isLater ? { code: 'not_known_then' } : { code: 'organisation_not_found', slug });
  }
  const { named, joined } = await partsOfOrganisation(read, organisation, exportMaximum, asOf);
  const parts = [
    ...named.map((work) => ({ ...work, accession: null })),
    ...joined.map(({ accession, isTold, ...work }) => ({
      ...work,
      role: accession.role,
      organisation: slug,
      deeds: accession.actions,
      accession: { confirmedOn: accession.knownOn, note: accession.note, isTold },
    })),
  ];
  return accepted({
    organisation,
    organisations: await findOrganisations(read, [slug, ...forerunnersOf(organisation)], asOf),
    works: await describeInTurns(read, parts, asOf),
  });
}
