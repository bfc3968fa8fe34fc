import type { Register } from '../../db/connection.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { type ToldAccession, toldAccessions } from '../domain/accession.ts';
import type { Provenance, Source } from '../domain/edition.ts';
import type { Instant, IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyTable } from '../domain/party-table.ts';
import { accepted, type Result } from '../domain/result.ts';
import type { Standing } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { agreementAtAddress } from './steps/agreement-at-address.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';

/** The parties of an agreement on a day, with what a page or a file about them tells. */
export type PartiesPage = {
  readonly work: WorkName;
  readonly title: string;
  readonly provenance: Provenance;
  /** The period as asked for, `2017`, `2017-05` or `2017-05-15`; null for the day of `asOf`. Its last day counts. */
  readonly date: string | null;
  readonly day: IsoDate;
  /** The edition whose parties these are. */
  readonly edition: number;
  readonly sha256: string;
  /** Where the agreement stood on that day; events without a date count on the day of `asOf` only. */
  readonly standing: Standing;
  readonly table: PartyTable;
  /** How the register knows the parties that no edition names, by the number in their rows. */
  readonly accessions: ReadonlyMap<number, ToldAccession>;
  /** Every organisation that the table names or that confirmed a row, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** How many commitments the edition has. */
  readonly promises: number;
  readonly sources: readonly Source[];
  readonly asOf: KnownAsOf;
};

export type PartiesAnswer =
  | { readonly kind: 'same_day'; readonly date: string }
  | { readonly kind: 'page'; readonly page: PartiesPage };

/**
 * The status table of the parties of an agreement.
 * @param slug of the agreement
 * @param text the day, month or year of an address; null for today, or for the day of `asOf`. A Buddhist-era year or
 *   Thai digits lead to the plain CE address.
 * @param asOf what the register held then is what counts; null for now
 * Refused: `date_not_understood`, `work_not_found`, `not_known_then`. A day before the agreement has a table in which nobody
 * is a party yet.
 */
export async function openParties(
  register: Register,
  slug: string,
  text: string | null,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<Result<PartiesAnswer>> {
  const { read } = register;
  const then = await asOfOrNow(register, asOf, now);
  const asked = await agreementAtAddress(register, slug, text, then);
  if (!asked.ok) return asked;
  if (asked.value.kind === 'same_day') return accepted(asked.value);
  const { agreement, date, standing } = asked.value;
  const { work, day, manifest, number: edition, sha256 } = agreement;
  const table = agreement.roster.tableOn(day);
  const accessions = toldAccessions(agreement.accessions);
  const page: PartiesPage = {
    work: { type: work.type, slug },
    title: manifest.title,
    provenance: manifest.provenance,
    ...{ date, day, edition, sha256, standing, table, accessions },
    organisations: new Map([
      ...agreement.organisations,
      ...(await findOrganisations(
        read,
        [...accessions.values()].flatMap(({ accepted: { by } }) => by ?? []),
        then,
      )),
    ]),
    promises: manifest.provenance === 'model' ? 0 : manifest.commitments.length,
    sources: manifest.sources,
    asOf: then,
  };
  return accepted({ kind: 'page', page });
}
