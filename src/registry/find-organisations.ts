import type { Register } from '../../db/connection.ts';
import { listOrganisations } from '../../db/organisations.ts';
import type { Organisation } from '../domain/organisation.ts';
import { thaiSortKey } from '../thai/collation.ts';
import { toNameKey } from '../thai/name-key.ts';

/** At most so many are offered; a longer name narrows them. */
const organisationsMaximum = 20;

export type FoundOrganisations = {
  /** Those that have exactly this name, short name or alias; the beginnings and the rest follow in `others`. */
  readonly named: readonly Organisation[];
  readonly others: readonly Organisation[];
};

/** Organisations by their name, short name, alias or English name, or part of one, however it is written. */
export async function findOrganisations({ read }: Register, text: string): Promise<FoundOrganisations> {
  const key = toNameKey(text);
  if (key === '') return { named: [], others: [] };
  const all = (await listOrganisations(read)).map((organisation) => ({
    organisation,
    keys: [organisation.name, organisation.shortName, organisation.nameEn, ...organisation.aliases].flatMap(
      (name) => (name === null ? [] : [toNameKey(name)]),
    ),
  }));
  const named = all.filter(
    ({ keys, organisation }) => keys.includes(key) || organisation.slug === text.trim(),
  );
  const begun = all.filter(({ keys }) => keys.some((one) => one.startsWith(key)));
  const held = all.filter(({ keys }) => keys.some((one) => one.includes(key)));
  const others = new Set([...inOrder(begun), ...inOrder(held)]);
  for (const { organisation } of named) others.delete(organisation);
  return { named: inOrder(named), others: [...others].slice(0, organisationsMaximum) };
}

const inOrder = (found: readonly { readonly organisation: Organisation }[]): readonly Organisation[] =>
  found
    .map(({ organisation }) => ({ organisation, sortKey: thaiSortKey(organisation.name) }))
    .toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)))
    .map(({ organisation }) => organisation);
