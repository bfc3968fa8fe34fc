import type { Register } from '../../db/connection.ts';
import { listEvents } from '../../db/events.ts';
import { findOrganisations } from '../../db/organisations.ts';
import type { Provenance, Source } from '../domain/edition.ts';
import { dayInThailand, type Instant, type IsoDate, parseAddressDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyTable } from '../domain/party-table.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type Standing, standingOn } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { readAgreement } from './steps/read-agreement.ts';

/** The parties of an agreement on a day, with what a page or a file about them tells. */
export type PartiesPage = {
  readonly work: WorkName;
  readonly title: string;
  readonly provenance: Provenance;
  /** The period as asked for, `2017`, `2017-05` or `2017-05-15`; null for today. Its last day counts. */
  readonly date: string | null;
  readonly day: IsoDate;
  /** The edition whose parties these are. */
  readonly edition: number;
  readonly sha256: string;
  /** Where the agreement stood on that day; events without a date count today only. */
  readonly standing: Standing;
  readonly table: PartyTable;
  /** Every organisation that the table names, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly sources: readonly Source[];
};

export type PartiesAnswer =
  | { readonly kind: 'same_day'; readonly date: string }
  | { readonly kind: 'page'; readonly page: PartiesPage };

/**
 * The status table of the parties of an agreement.
 * @param slug of the agreement
 * @param text the day, month or year of an address; null for today. A Buddhist-era year or Thai digits lead to the
 *   plain CE address.
 * Refused: `date_not_understood`, `work_not_found`. A day before the agreement has a table in which nobody is a party yet.
 */
export async function openParties(
  register: Register,
  slug: string,
  text: string | null,
  now: Instant,
): Promise<Result<PartiesAnswer>> {
  const { read } = register;
  const parsed = text === null ? null : parseAddressDate(toArabicDigits(text));
  if (text !== null && !parsed) return refused({ code: 'date_not_understood', text });
  const day = parsed?.lastDay ?? dayInThailand(now);
  const agreement = await readAgreement(read, slug, day);
  if (!agreement) return refused({ code: 'work_not_found' });
  if (parsed && text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });
  const { work, manifest, editions, number: edition, sha256 } = agreement;
  const table = agreement.roster.tableOn(day);
  const events = await listEvents(read, work.id);
  const isPast = day < dayInThailand(now);
  const page: PartiesPage = {
    work: { type: work.type, slug },
    title: manifest.title,
    provenance: manifest.provenance,
    date: parsed?.date ?? null,
    day,
    edition,
    sha256,
    standing: standingOn(editions, isPast ? events.filter(({ date }) => date !== null) : events, day),
    table,
    organisations: await findOrganisations(read, organisationsIn(table)),
    sources: manifest.sources,
  };
  return accepted({ kind: 'page', page });
}

const organisationsIn = ({ rows }: PartyTable): readonly string[] =>
  rows.flatMap(({ organisation, successions }) => [
    organisation,
    ...successions.map(({ successor }) => successor),
  ]);
