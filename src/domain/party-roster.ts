import type { PartyRole } from './edition.ts';
import type { IsoDate } from './iso-date.ts';
import { type OrganisationSuccession, successorOn } from './organisation-succession.ts';
import { isPresent, type PartyEdition, type PartyTable, partyRows, partyTable } from './party-table.ts';

/** The roles whose parties keep the promises of an agreement; others support them. */
export const promisingRoles: readonly PartyRole[] = ['national_agency', 'hub', 'member', 'party'];

/** Who keeps the promises of an agreement, asked about many days: each day is worked out once. */
export type PartyRoster = {
  readonly edition: PartyEdition;
  readonly tableOn: (day: IsoDate) => PartyTable;
  /** Slugs of those who hold the places of the promising parties that are there on a day. */
  readonly holdersOn: (day: IsoDate) => ReadonlySet<string>;
  /** Who holds the place of an organisation on a day: its last successor by then, or itself. */
  readonly holderOf: (organisation: string, day: IsoDate) => string;
  /** Whether an organisation holds the place of a promising party on a day. */
  readonly isParty: (organisation: string, day: IsoDate) => boolean;
};

/** @param successions of all organisations, at least those of the parties */
export function partyRoster(
  edition: PartyEdition,
  successions: readonly OrganisationSuccession[],
): PartyRoster {
  const rootOf = families(successions);
  const parties = Map.groupBy(edition.parties, ({ organisation }) => rootOf(organisation));
  const links = Map.groupBy(successions, ({ predecessor }) => rootOf(predecessor));
  const linksOf = (organisation: string) => links.get(rootOf(organisation)) ?? [];
  const holderOf = (organisation: string, day: IsoDate) =>
    successorOn(organisation, linksOf(organisation), day);
  // A register knows hundreds of successions; only those of the parties can move a place of theirs.
  const own = [...parties.keys()].flatMap((root) => links.get(root) ?? []);
  const tableOn = onceFor((day: IsoDate) => partyTable(edition, own, day));
  const holdersOn = onceFor((day: IsoDate) => presentHolders(tableOn(day)));
  const familyOn = onceFor((key: string) => {
    const [day, root] = [key.slice(0, 10) as IsoDate, key.slice(11)];
    const family = { ...edition, parties: parties.get(root) ?? [] };
    return presentHolders({ rows: partyRows(family, links.get(root) ?? [], day) });
  });
  const isParty = (organisation: string, day: IsoDate) =>
    familyOn(`${day} ${rootOf(organisation)}`).has(holderOf(organisation, day));
  return { edition, tableOn, holdersOn, holderOf, isParty };
}

const presentHolders = ({ rows }: Pick<PartyTable, 'rows'>): ReadonlySet<string> =>
  new Set(
    rows.filter((row) => isPresent(row) && promisingRoles.includes(row.role)).map(({ holder }) => holder),
  );

/** One name for all organisations that are tied by successions: only they can hold each other's places. */
function families(successions: readonly OrganisationSuccession[]): (slug: string) => string {
  const above = new Map<string, string>();
  const rootOf = (slug: string): string => {
    let at = slug;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const { predecessor, successor } of successions) {
    const [a, b] = [rootOf(predecessor), rootOf(successor)];
    if (a !== b) above.set(a, b);
  }
  return rootOf;
}

function onceFor<Key, T>(work: (key: Key) => T): (key: Key) => T {
  const done = new Map<Key, T>();
  return (key) => {
    const known = done.get(key);
    if (known !== undefined) return known;
    const made = work(key);
    done.set(key, made);
    return made;
  };
}
