import type { ToldAccession } from '../domain/accession.ts';
import { addresses } from '../domain/addresses.ts';
import type { AsOf } from '../domain/as-of.ts';
import type { KeptFile } from '../domain/attachment.ts';
import type { Source } from '../domain/edition.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyRow, PartyTable } from '../domain/party-table.ts';
import type { WorkName } from '../domain/work.ts';

/** The parties of an agreement on a day, as both formats tell them. */
export type PartiesExport = {
  readonly work: WorkName;
  readonly title: string;
  readonly edition: number;
  readonly sha256: string;
  readonly table: PartyTable;
  /** How the register knows the parties that no edition names, by the number in their rows. */
  readonly accessions: ReadonlyMap<number, ToldAccession>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly sources: readonly Source[];
  readonly asOf: AsOf;
  readonly origin: string;
};

/** An organisation by slug, name and address. */
export function namedOrganisation(
  { organisations, origin }: Pick<PartiesExport, 'organisations' | 'origin'>,
  slug: string,
) {
  const organisation = organisations.get(slug);
  return {
    slug,
    name: organisation?.name ?? slug,
    kind: organisation?.kind ?? null,
    address: new URL(addresses.organisation(slug), origin).href,
  };
}

/** The sources of ids, as titles with addresses. */
export const namedSources = ({ sources }: Pick<PartiesExport, 'sources'>, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const source = sources.find((one) => one.id === id);
    return source ? [{ id, title: source.title, url: source.url }] : [];
  });

/** The address at which the same table stays for ever. */
export const datedAddress = ({ work, table, asOf, origin }: PartiesExport): string =>
  new URL(addresses.parties(work.slug, table.day, asOf.text), origin).href;

/** The first deed of a kind, in the words of a cell: its date, or how it is missing. */
export function deedDate(row: PartyRow, kind: PartyRow['deeds'][number]['kind']): string {
  const deed = row.deeds.find((one) => one.kind === kind);
  if (!deed) return '';
  if (deed.date.kind === 'given') {
    const { start, end } = deed.date.value;
    return end === null ? start : `${start}/${end}`;
  }
  return deed.date.kind === 'disputed'
    ? deed.date.values.map(({ value }) => value.start).join(' | ')
    : deed.date.kind;
}

/** The whole address of a public file. */
export const fileAddress = (file: KeptFile, origin: string): string =>
  new URL(addresses.file(file), origin).href;
