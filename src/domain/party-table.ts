import type { WrittenDate } from '../thai/written-date.ts';
import type { AcceptedParty } from './accession.ts';
import { type ClaimedCount, claimedCounts } from './claimed-count.ts';
import type { Manifest, Party, PartyRole } from './edition.ts';
import type { Fact } from './fact.ts';
import type { IsoDate } from './iso-date.ts';
import { hasBegun } from './iso-date.ts';
import { type OrganisationSuccession, successionsUntil } from './organisation-succession.ts';

export type PartyDeed = Party['actions'][number];

/**
 * How a party stands on a day. `bound`: signed, joined or succeeded. `named`: named in its role, and no source says
 * that it signed. `withdrawn`, `succeeded`: no longer, or its place is held by another row. `undated`: what decides
 * has no date, and the register came to know of it after that day. `not_yet`: only later.
 */
export const partyStates = ['bound', 'named', 'withdrawn', 'succeeded', 'undated', 'not_yet'] as const;
export type PartyState = (typeof partyStates)[number];

export type PartyRow = {
  readonly role: PartyRole;
  /** Slug of the organisation as the agreement names it. */
  readonly organisation: string;
  /** Slug of the organisation that holds its place on the day: itself, or its last successor. */
  readonly holder: string;
  readonly state: PartyState;
  /** What it has done by the day, in order, and deeds of which nobody knows whether they came before. */
  readonly deeds: readonly PartyDeed[];
  /** How its place came to `holder`; empty when it holds it itself. */
  readonly successions: readonly OrganisationSuccession[];
  readonly note: string | null;
  readonly sources: readonly string[];
  /** Number of the accession by which the register knows it; null for a party that the edition names. */
  readonly accession: number | null;
};

/** Places of parties, each counted once, whoever holds it and in however many rows it stands. */
export type PartyCount = {
  /** Named by the day: `present` and those that withdrew. */
  readonly named: number;
  /** Still there on the day. */
  readonly present: number;
};

export type PartyTable = {
  readonly day: IsoDate;
  /** By role, in the order of `roleOrder`; in a role as the agreement lists them. */
  readonly rows: readonly PartyRow[];
  readonly total: PartyCount;
  readonly byRole: readonly (PartyCount & { readonly role: PartyRole })[];
  /** Every number of parties that a source claims, beside what the register can name. */
  readonly claims: readonly ClaimedCount[];
};

/** A party of the table: named by the edition, or known by an accession that was accepted on the day `knownOn`. */
export type TableParty = Party & Partial<Pick<AcceptedParty, 'accession' | 'knownOn'>>;

/** The edition that a table is made of, and the parties that joined it through the register. */
export type PartyEdition = Pick<Manifest, 'claims' | 'adopted'> & {
  readonly parties: readonly TableParty[];
  /** The day, in Thailand, on which the register published it: by then undated deeds had happened. */
  readonly publishedOn: string;
};

/** Those who bind themselves come before those who support them. */
export const roleOrder: readonly PartyRole[] = [
  'national_agency',
  'hub',
  'member',
  'party',
  'owner',
  'funder',
  'academic_centre',
  'facilitator',
  'secretariat',
  'supporter',
];

/**
 * The status table of the parties of an agreement on a day, after the model of the UN Treaty Collection. Nothing of
 * it is stored. A deed with a date counts from the day on which that date begins; one without a date counts from the
 * day on which the register published the edition that tells of it, and before that nobody knows.
 * @param edition the one that stood on the day
 * @param successions of all organisations, at least those of the parties
 */
export function partyTable(
  edition: PartyEdition,
  successions: readonly OrganisationSuccession[],
  day: IsoDate,
): PartyTable {
  const rows = partyRows(edition, successions, day);
  const roles = [...new Set(rows.map(({ role }) => role))];
  return {
    day,
    rows,
    total: countPlaces(rows),
    byRole: roles.map((role) => ({ role, ...countPlaces(rows.filter((row) => row.role === role)) })),
    claims: claimedCounts(edition.claims, (claimed) =>
      countPlaces(rows.filter(({ role }) => claimed.includes(role))),
    ),
  };
}

/** The rows of that table, without what is counted of them. */
export function partyRows(
  edition: Pick<PartyEdition, 'parties' | 'adopted' | 'publishedOn'>,
  successions: readonly OrganisationSuccession[],
  day: IsoDate,
): readonly PartyRow[] {
  const standing = edition.parties
    .map((party) => rowOf(party, edition, successions, day))
    .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role));
  const named = new Set(
    standing
      .filter(({ state }) => state !== 'not_yet')
      .map(({ role, organisation }) => `${role} ${organisation}`),
  );
  return standing.map((row) =>
    isPresent(row) && row.successions.some(({ successor }) => named.has(`${row.role} ${successor}`))
      ? { ...row, state: 'succeeded' as const }
      : row,
  );
}

/** True of a row that is a party on the day, as far as anyone knows. */
export const isPresent = ({ state }: Pick<PartyRow, 'state'>): boolean =>
  state === 'bound' || state === 'named' || state === 'undated';

function countPlaces(rows: readonly PartyRow[]): PartyCount {
  const named = new Set(rows.filter(({ state }) => state !== 'not_yet').map(({ holder }) => holder));
  const present = new Set(rows.filter(isPresent).map(({ holder }) => holder));
  return { named: named.size, present: present.size };
}

function rowOf(
  party: TableParty,
  edition: Pick<PartyEdition, 'adopted' | 'publishedOn'>,
  successions: readonly OrganisationSuccession[],
  day: IsoDate,
): PartyRow {
  const { organisation, role, note, sources } = party;
  const knownOn = party.knownOn ?? edition.publishedOn;
  const happened = (date: Fact<WrittenDate>) => whetherBy(date, day, knownOn);
  const deeds = inOrder(party.actions).filter(({ date }) => happened(date) !== 'no');
  const last = deeds.at(-1);
  const chain = successionsUntil(organisation, successions, day);
  return {
    role,
    organisation,
    holder: chain.at(-1)?.successor ?? organisation,
    state: stateOf(party, last, happened(last?.date ?? edition.adopted)),
    deeds,
    successions: chain,
    note,
    sources,
    accession: party.accession ?? null,
  };
}

/** @param certainty of the last deed; of the agreement itself for a party without any */
function stateOf(party: Party, last: PartyDeed | undefined, certainty: Certainty): PartyState {
  if (last === undefined && party.actions.length > 0) return 'not_yet';
  if (certainty === 'unknown') return 'undated';
  if (certainty === 'no') return 'not_yet';
  if (last === undefined) return 'named';
  return last.kind === 'withdraw' ? 'withdrawn' : 'bound';
}

type Certainty = 'yes' | 'no' | 'unknown';

/** Whether something had happened by a day. Sources that disagree about the date leave the days between open. */
function whetherBy(date: Fact<WrittenDate>, day: string, knownOn: string): Certainty {
  switch (date.kind) {
    case 'given':
      return hasBegun(date.value.start, day) ? 'yes' : 'no';
    case 'disputed': {
      const begun = date.values.map(({ value }) => hasBegun(value.start, day));
      if (begun.every(Boolean)) return 'yes';
      return begun.some(Boolean) ? 'unknown' : 'no';
    }
    case 'not_stated':
    case 'unknown':
    case 'none':
      return knownOn <= day ? 'yes' : 'unknown';
    default:
      return date satisfies never;
  }
}

/** By date; a deed without a date stays behind those that are listed before it. */
function inOrder(deeds: readonly PartyDeed[]): readonly PartyDeed[] {
  if (deeds.length < 2) return deeds;
  let latest = '';
  const placed = deeds.map((deed) => {
    const begins = beginningOf(deed.date);
    if (begins !== null && begins > latest) latest = begins;
    return { deed, at: begins ?? latest };
  });
  return placed.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).map(({ deed }) => deed);
}

function beginningOf(date: Fact<WrittenDate>): string | null {
  if (date.kind === 'given') return date.value.start;
  if (date.kind === 'disputed') return date.values.map(({ value }) => value.start).toSorted()[0] ?? null;
  return null;
}
