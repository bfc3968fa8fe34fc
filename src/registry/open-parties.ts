import type { Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { listEvents } from '../../db/events.ts';
import { findOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { findWork } from '../../db/works.ts';
import type { Provenance, Source } from '../domain/edition.ts';
import { dayInThailand, type Instant, type IsoDate, parseAddressDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type PartyTable, partyTable } from '../domain/party-table.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { editionOn } from '../domain/succession.ts';
import { type Standing, standingOn } from '../domain/timeline.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { toArabicDigits } from '../thai/digits.ts';

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
 * @param text the day, month or year of an address; null for today. A Buddhist-era year or Thai digits lead to the
 *   plain CE address.
 * Refused: `date_not_understood`, `work_not_found`. A day before the agreement has a table in which nobody is a party yet.
 */
export async function openParties(
  register: Register,
  name: WorkName,
  text: string | null,
  now: Instant,
): Promise<Result<PartiesAnswer>> {
  const { read } = register;
  const parsed = text === null ? null : parseAddressDate(toArabicDigits(text));
  if (text !== null && !parsed) return refused({ code: 'date_not_understood', text });
  const work = await findWork(read, name);
  const entries = work ? await listEditions(read, work.id) : [];
  const first = entries[0];
  if (!work || first === undefined) return refused({ code: 'work_not_found' });
  if (parsed && text !== parsed.date) return accepted({ kind: 'same_day', date: parsed.date });

  const day = parsed?.lastDay ?? dayInThailand(now);
  const dated = datedEditions(entries);
  const edition = await findEdition(read, work.id, editionOn(dated, day) ?? first.number);
  if (!edition) throw new Error(`${name.type}/${name.slug} lost an edition`);
  const { manifest, sha256, publishedAt } = edition;
  const successions = [...(await mapSuccessions(read)).values()].map(({ predecessor, successor, on }) => ({
    predecessor,
    successor,
    date: on,
  }));
  const table = partyTable({ ...manifest, publishedOn: dayInThailand(publishedAt) }, successions, day);
  const events = await listEvents(read, work.id);
  const isPast = day < dayInThailand(now);
  const page: PartiesPage = {
    work: name,
    title: manifest.title,
    provenance: manifest.provenance,
    date: parsed?.date ?? null,
    day,
    edition: edition.number,
    sha256,
    standing: standingOn(dated, isPast ? events.filter(({ date }) => date !== null) : events, day),
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
