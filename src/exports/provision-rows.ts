import { addresses } from '../domain/addresses.ts';
import { givenValue } from '../domain/fact.ts';
import type { Provision } from '../domain/provision.ts';
import { type ListedEdition, rowOf } from './list-export.ts';

/** A list provision by provision, as it stood at a moment; a part of it when it is long. */
export type ProvisionExport = {
  readonly asOf: string;
  /** Works that fit, in all parts. */
  readonly total: number;
  readonly works: readonly (ListedEdition & { readonly provisions: readonly Provision[] })[];
  /** Path and query of the page whose rows these are, with `asOf`. */
  readonly path: string;
  /** Path and query of the next part; null in the last one. */
  readonly nextPath: string | null;
  readonly origin: string;
};

/** What each row of an edition says of it, whatever the row is about. */
export function editionColumnsOf(work: ListedEdition, origin: string) {
  const { card } = work;
  const row = rowOf(work, origin);
  return {
    title: row.title,
    type: row.type,
    slug: work.slug,
    edition: row.edition,
    label: row.label,
    adopted: row.adopted,
    adoptedState: row.adoptedState,
    effective: givenValue(card.effective),
    publishedAt: row.publishedAt,
    placeCodes: row.places.map(({ code }) => code),
    standing: row.standing,
    provenance: row.provenance,
    evidenceLevel: row.evidenceLevel,
    sources: row.sources,
    sha256: row.sha256,
    editionAddress: row.editionAddress,
  };
}

/**
 * The numbered parts of one edition as both formats tell them, each with what cites it. An edition of which the
 * register has no text is one row without a provision, so that no work of the list is missing.
 */
export function provisionRowsOf(work: ProvisionExport['works'][number], origin: string) {
  const edition = editionColumnsOf(work, origin);
  const parts = work.provisions.length === 0 ? [null] : work.provisions;
  return parts.map((part) => ({
    ...edition,
    provision: part && provisionOf(part),
    address: part === null ? edition.editionAddress : addressIn(work, part.eid, origin),
  }));
}

/** The rows of all works, made one after another as they are asked for. */
export function* provisionRows({ works, origin }: ProvisionExport) {
  for (const work of works) yield* provisionRowsOf(work, origin);
}

/** The permanent address of a place in an edition. */
export const addressIn = (work: ListedEdition, eid: string, origin: string): string =>
  new URL(addresses.provision(work, work.number, eid), origin).href;

export const provisionOf = ({ eid, kind, number, label, heading, parent, text }: Provision) => ({
  id: eid,
  kind,
  number,
  label,
  heading,
  parent,
  text,
});
