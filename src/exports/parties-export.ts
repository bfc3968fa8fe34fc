import type { ToldAccession } from '../domain/accession.ts';
import { addresses } from '../domain/addresses.ts';
import type { AsOf } from '../domain/as-of.ts';
import type { KeptFile } from '../domain/attachment.ts';
import type { Source } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyDeed, PartyRow, PartyTable } from '../domain/party-table.ts';
import type { WorkName } from '../domain/work.ts';
import type { WrittenDate } from '../thai/written-date.ts';

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

/** The first deed of a kind, in the words of a cell; empty when there is none. */
export function deedDate({ deeds }: Pick<PartyRow, 'deeds'>, kind: PartyDeed['kind']): string {
  const deed = deeds.find((one) => one.kind === kind);
  return deed ? dateCell(deed.date) : '';
}

/** A date in the words of a cell, a range with a slash; or how it is missing. */
export function dateCell(date: Fact<WrittenDate>): string {
  if (date.kind === 'given') {
    const { start, end } = date.value;
    return end === null ? start : `${start}/${end}`;
  }
  return date.kind === 'disputed' ? date.values.map(({ value }) => value.start).join(' | ') : date.kind;
}

/** The whole address of a public file. */
export const fileAddress = (file: KeptFile, origin: string): string =>
  new URL(addresses.file(file), origin).href;
