import type { Register } from '../../db/connection.ts';
import { listOrganisations as listAll } from '../../db/organisations.ts';
import type { Organisation, OrganisationKind } from '../domain/organisation.ts';
import { thaiSortKey } from '../thai/collation.ts';

export type OrganisationList = {
  readonly organisations: readonly Organisation[];
  /** How many fit, on all pages. */
  readonly total: number;
};

type Listed = { readonly organisation: Organisation; readonly sortKey: string };

const kept = new WeakMap<Register, { readonly revision: number; readonly listed: readonly Listed[] }>();

/**
 * A page of the organisations of the register, in Thai order of their names.
 * @param filter.place code of a place: those that cover it or a place inside it
 * @param page.page from 1; a page past the end is empty
 */
export async function listOrganisations(
  register: Register,
  filter: { readonly kind?: OrganisationKind | undefined; readonly place?: string | undefined },
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<OrganisationList> {
  const { kind, place } = filter;
  const fitting = (await inOrder(register)).filter(
    ({ organisation }) =>
      (kind === undefined || organisation.kind === kind) &&
      (place === undefined || organisation.covers.some((code) => code.startsWith(place))),
  );
  const shown = fitting.slice((page - 1) * perPage, page * perPage);
  return { organisations: shown.map(({ organisation }) => organisation), total: fitting.length };
}

/** All of them in order: read again only after something was published, because ordering thousands takes a while. */
async function inOrder(register: Register): Promise<readonly Listed[]> {
  const revision = register.revision();
  const before = kept.get(register);
  if (before?.revision === revision) return before.listed;
  const listed = (await listAll(register.read))
    .map((organisation) => ({ organisation, sortKey: thaiSortKey(organisation.name) }))
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)));
  kept.set(register, { revision, listed });
  return listed;
}
