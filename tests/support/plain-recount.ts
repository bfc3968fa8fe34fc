import type { Commitment } from '../../src/domain/edition.ts';
import type { Evidence, EvidenceFacts } from '../../src/domain/evidence.ts';
import { promisingRoles } from '../../src/domain/party-roster.ts';
import type { PartyEdition } from '../../src/domain/party-table.ts';

/*
 * A recount that goes through days, parties and acts one by one, without the code that it is held against.
 */
export type Recounted = Pick<PartyEdition, 'parties' | 'adopted' | 'publishedOn'> &
  Pick<Commitment, 'comparator' | 'value' | 'per' | 'due'> & {
    /** Id of the commitment that is counted. */
    readonly commitment: string;
    readonly evidence: readonly Evidence[];
    readonly successions: readonly {
      readonly predecessor: string;
      readonly successor: string;
      readonly date: string;
    }[];
    readonly day: string;
  };

export const opens = (date: string) => `${date}-01-01`.slice(0, 10);
export const closes = (date: string) =>
  date.length === 10 ? date : date.length === 4 ? `${date}-12-31` : `${date}-31`;

/** Who holds the place of an organisation. */
export function holderOf(slug: string, { successions }: Recounted, day: string): string {
  const path = [slug];
  for (;;) {
    const next = successions.find(
      (one) => one.predecessor === path.at(-1) && opens(one.date) <= day,
    )?.successor;
    if (next === undefined || path.includes(next)) return path.at(-1) ?? '';
    path.push(next);
  }
}

/** Promising parties that are there, by walking through their deeds. */
export function thereOn(one: Recounted, day: string): ReadonlySet<string> {
  const verdicts = one.parties
    .filter(({ role }) => promisingRoles.includes(role))
    .map(({ organisation, role, actions, knownOn }) => {
      let clock = '';
      const done = actions.flatMap(({ kind, date }) => {
        const start = date.kind === 'given' ? date.value.start : null;
        if (start !== null && start > clock) clock = start;
        return start !== null && opens(start) > day
          ? []
          : [{ at: start ?? clock, kind, isSure: start !== null || (knownOn ?? one.publishedOn) <= day }];
      });
      done.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const adopted = one.adopted.kind === 'given' ? opens(one.adopted.value.start) : null;
      const last = done.at(-1);
      const isNamed = actions.length === 0 ? adopted === null || adopted <= day : last !== undefined;
      const isGone = last !== undefined && last.kind === 'withdraw' && last.isSure;
      return { organisation, role, isNamed, isThere: isNamed && !isGone };
    });
  const holders = verdicts
    .filter((row) => {
      if (!row.isThere) return false;
      const chain: string[] = [];
      for (let at = row.organisation; ; ) {
        const next = one.successions.find((s) => s.predecessor === at && opens(s.date) <= day)?.successor;
        if (next === undefined || next === row.organisation || chain.includes(next)) break;
        chain.push(next);
        at = next;
      }
      return !verdicts.some(
        (other) => other.role === row.role && other.isNamed && chain.includes(other.organisation),
      );
    })
    .map((row) => holderOf(row.organisation, one, day));
  return new Set(holders);
}

/** Deeds as they stand on the day, by going through the acts. */
export function standingDeeds(one: Recounted) {
  return one.evidence.flatMap(({ id, commitment, organisation, acts }) => {
    if (commitment !== one.commitment) return [];
    let facts: EvidenceFacts | null = null;
    let isAccepted = false;
    let isReturned = false;
    for (const act of acts) {
      if (act.on > one.day) continue;
      if ('facts' in act) facts = act.facts;
      isAccepted = act.kind === 'accepted';
      isReturned = act.kind === 'returned';
    }
    return facts === null || isReturned || opens(facts.doneOn) > one.day
      ? []
      : [{ id, organisation, facts, isAccepted }];
  });
}
export type Deed = ReturnType<typeof standingDeeds>[number];

export const total = (deeds: readonly Deed[]) =>
  deeds.filter(({ isAccepted }) => isAccepted).reduce((sum, { facts }) => sum + facts.amount, 0);

function recountState(one: Recounted, deeds: readonly Deed[], isOver: boolean): string {
  const count = total(deeds);
  if (count === 0) return isOver ? 'overdue' : 'no_data';
  if (one.comparator === 'at_most') return isOver && count <= one.value ? 'complete' : 'partial';
  if (one.comparator === 'more_than' ? count > one.value : count >= one.value) return 'complete';
  return isOver ? 'overdue' : 'partial';
}

export function recountUnit(one: Recounted, deeds: readonly Deed[]) {
  const dueEnd = one.due.kind === 'given' ? closes(one.due.value.start) : null;
  const isOver = dueEnd !== null && dueEnd < one.day;
  if (one.per === null) return { count: total(deeds), state: recountState(one, deeds, isOver) };
  const yearOf = (date: string) => Number(date.slice(0, 4)) + 543;
  const first =
    one.adopted.kind === 'given'
      ? one.adopted.value.start
      : (deeds.map(({ facts }) => facts.doneOn).toSorted()[0] ?? one.day);
  const lastYear = isOver && dueEnd !== null ? Math.min(yearOf(dueEnd), yearOf(one.day)) : yearOf(one.day);
  const states: string[] = [];
  let isAny = false;
  for (let year = yearOf(first); year <= lastYear; year += 1) {
    const own = deeds.filter(({ facts }) => yearOf(facts.doneOn) === year);
    states.push(recountState(one, own, isOver || year < yearOf(one.day)));
    isAny ||= total(own) > 0;
  }
  const state =
    states.length > 0 && states.every((of) => of === 'complete')
      ? 'complete'
      : states.includes('overdue')
        ? 'overdue'
        : isAny
          ? 'partial'
          : 'no_data';
  return { count: total(deeds), state };
}

/** What each unit of a scope comes to: its name, the accepted amount, the state, and the amount that waits. */
export type RecountedUnit = readonly [unit: string | null, count: number, state: string, pending: number];

/** Every unit of one reading on the day, sorted by name. */
export function recount(
  one: Recounted,
  scope: Commitment['scope'][number],
  placesOf: (organisation: string) => readonly string[],
): readonly RecountedUnit[] {
  const deeds = standingDeeds(one);
  const byParty = deeds.filter(({ organisation, facts }) => {
    const end = closes(facts.doneOn);
    const [then = end] = [end, one.day].sort();
    return thereOn(one, then).has(holderOf(organisation, one, then));
  });
  const told = (unit: string | null, own: readonly Deed[]): RecountedUnit => {
    const { count, state } = recountUnit(one, own);
    return [
      unit,
      count,
      state,
      own.filter((deed) => !deed.isAccepted).reduce((sum, { facts }) => sum + facts.amount, 0),
    ];
  };
  if (scope === 'national' || scope === 'event') return [told(null, deeds)];
  if (scope === 'network') return [told(null, byParty)];
  const holders = [...thereOn(one, one.day)].sort();
  if (scope === 'each_party') {
    return holders.map((holder) =>
      told(
        holder,
        byParty.filter((deed) => holderOf(deed.organisation, one, one.day) === holder),
      ),
    );
  }
  const units = [...new Set(holders.flatMap((holder) => placesOf(holder)))].sort();
  const narrowestFirst = units.toSorted((a, b) => b.length - a.length);
  const placeOf = ({ organisation, facts }: Deed) => {
    if (facts.place !== null) return narrowestFirst.find((unit) => facts.place?.startsWith(unit));
    const own = placesOf(holderOf(organisation, one, one.day));
    return own.length === 1 ? own[0] : undefined;
  };
  return units.map((unit) =>
    told(
      unit,
      byParty.filter((deed) => placeOf(deed) === unit),
    ),
  );
}
