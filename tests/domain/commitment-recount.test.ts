import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentProgress, type Promised } from '../../src/domain/commitment-progress.ts';
import type { Commitment, Party } from '../../src/domain/edition.ts';
import type { EvidenceAct, EvidenceFacts } from '../../src/domain/evidence.ts';
import { type Fact, notStated } from '../../src/domain/fact.ts';
import { partyRoster, promisingRoles } from '../../src/domain/party-roster.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';
import { commitmentOf, dated, on, placesOf, promisedOf } from '../support/promised.ts';

/* Random histories against a recount that goes through days, parties and acts one by one, without the code above. */
const days = [
  '2019-06-01',
  '2020-01-01',
  '2020-07-15',
  '2021-01-01',
  '2021-12-31',
  '2022-03-03',
  '2023-09-09',
];
const dates = [...days, '2019', '2020', '2021', '2021-01', '2022'];
const slugs = ['north', 'south', 'upland', 'town', 'other'];
const places = ['990101', '990102', '990103', '990104', '99010107', '880101'];
const anyDate = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...dates).map(dated) },
  { weight: 1, arbitrary: fc.constant<Fact<WrittenDate>>(notStated) },
);
const anyFacts = fc.record({
  doneOn: fc.constantFrom(...dates),
  place: fc.option(fc.constantFrom(...places)),
  amount: fc.integer({ min: 1, max: 3 }),
});
const anyAct: fc.Arbitrary<EvidenceAct> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('submitted' as const, 'corrected' as const),
    on: fc.constantFrom(...days),
    facts: anyFacts,
  }),
  fc.record({
    kind: fc.constantFrom('accepted' as const, 'returned' as const, 'reversed' as const),
    on: fc.constantFrom(...days),
  }),
);
const byDay = (acts: readonly EvidenceAct[]) => acts.toSorted((a, b) => a.on.localeCompare(b.on));
const anyEvidence = fc
  .array(
    fc.record({
      commitment: fc.constantFrom('one', 'one', 'one', 'two'),
      organisation: fc.constantFrom(...slugs),
      acts: fc
        .tuple(anyFacts, fc.constantFrom(...days), fc.array(anyAct, { maxLength: 4 }))
        .map(([facts, first, more]) => [
          { kind: 'submitted' as const, on: first, facts },
          ...byDay([{ kind: 'accepted', on: first }, ...more.filter((act) => act.on >= first)]),
        ]),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((one, index) => ({ ...one, id: String(index) })));
const anyParties = fc.array(
  fc.record({
    organisation: fc.constantFrom(...slugs),
    role: fc.constantFrom<Party['role']>('member', 'hub', 'funder'),
    note: fc.constant(null),
    sources: fc.constant([]),
    actions: fc.array(
      fc.record({
        kind: fc.constantFrom<Party['actions'][number]['kind']>('sign', 'join', 'withdraw'),
        date: anyDate,
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 6 },
);
const anyCase = fc.record({
  parties: anyParties,
  evidence: anyEvidence,
  adopted: anyDate,
  publishedOn: fc.constantFrom(...days),
  successions: fc.uniqueArray(
    fc.record({
      predecessor: fc.constantFrom(...slugs),
      successor: fc.constantFrom(...slugs),
      date: fc.constantFrom(...dates),
    }),
    { maxLength: 3, selector: ({ predecessor }) => predecessor },
  ),
  day: fc.constantFrom(...days),
  comparator: fc.constantFrom<Commitment['comparator']>('at_least', 'at_most', 'exactly', 'more_than'),
  value: fc.integer({ min: 1, max: 5 }),
  per: fc.constantFrom(null, 'be_year' as const),
  due: anyDate,
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

const opens = (date: string) => `${date}-01-01`.slice(0, 10);
const closes = (date: string) =>
  date.length === 10 ? date : date.length === 4 ? `${date}-12-31` : `${date}-31`;

/** Who holds the place of an organisation. */
function holderOf(slug: string, { successions }: Case, day: string): string {
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
function thereOn(one: Case, day: string): ReadonlySet<string> {
  const verdicts = one.parties
    .filter(({ role }) => promisingRoles.includes(role))
    .map(({ organisation, role, actions }) => {
      let clock = '';
      const done = actions.flatMap(({ kind, date }) => {
        const start = date.kind === 'given' ? date.value.start : null;
        if (start !== null && start > clock) clock = start;
        return start !== null && opens(start) > day
          ? []
          : [{ at: start ?? clock, kind, isSure: start !== null || one.publishedOn <= day }];
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
function standingDeeds(one: Case) {
  return one.evidence.flatMap(({ id, commitment, organisation, acts }) => {
    if (commitment !== 'one') return [];
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
type Deed = ReturnType<typeof standingDeeds>[number];

const total = (deeds: readonly Deed[]) =>
  deeds.filter(({ isAccepted }) => isAccepted).reduce((sum, { facts }) => sum + facts.amount, 0);

function recountState(one: Case, deeds: readonly Deed[], isOver: boolean): string {
  const count = total(deeds);
  if (count === 0) return isOver ? 'overdue' : 'no_data';
  if (one.comparator === 'at_most') return isOver && count <= one.value ? 'complete' : 'partial';
  if (one.comparator === 'more_than' ? count > one.value : count >= one.value) return 'complete';
  return isOver ? 'overdue' : 'partial';
}

function recountUnit(one: Case, deeds: readonly Deed[]) {
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

describe('every count of random histories', () => {
  test('is what a plain recount counts, in every scope and on any day', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const commitment = commitmentOf({
          ...one,
          scope: ['network', 'each_party', 'each_place', 'national'],
        });
        const { parties, adopted, publishedOn } = one;
        const edition = { parties, claims: [], adopted, publishedOn };
        const promised: Promised = { commitment, roster: partyRoster(edition, one.successions), placesOf };
        const { readings } = commitmentProgress(promised, one.evidence, on(one.day));
        const deeds = standingDeeds(one);
        const byParty = deeds.filter(({ organisation, facts }) => {
          const end = closes(facts.doneOn);
          const [then = end] = [end, one.day].sort();
          return thereOn(one, then).has(holderOf(organisation, one, then));
        });
        const told = readings.map(({ units }) => units.map(({ unit, count, state }) => [unit, count, state]));
        const expected = (unit: string | null, own: readonly Deed[]) => {
          const { count, state } = recountUnit(one, own);
          return [unit, count, state];
        };
        expect(told[0]).toEqual([expected(null, byParty)]);
        expect(told[3]).toEqual([expected(null, deeds)]);
        const holders = [...thereOn(one, one.day)];
        const sorted = (list: readonly unknown[][] | undefined) =>
          (list ?? []).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        expect(sorted(told[1])).toEqual(
          sorted(
            holders.map((holder) =>
              expected(
                holder,
                byParty.filter((deed) => holderOf(deed.organisation, one, one.day) === holder),
              ),
            ),
          ),
        );
        const units = [...new Set(holders.flatMap((holder) => placesOf(holder)))].sort();
        const placeOf = ({ organisation, facts }: Deed) => {
          if (facts.place !== null) return units.find((unit) => facts.place?.startsWith(unit));
          const own = placesOf(holderOf(organisation, one, one.day));
          return own.length === 1 ? own[0] : undefined;
        };
        expect(told[2]).toEqual(
          units.map((unit) =>
            expected(
              unit,
              byParty.filter((deed) => placeOf(deed) === unit),
            ),
          ),
        );
      }),
      { numRuns: 5000 },
    );
  });

  test('never grows by evidence that was submitted after the day', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const promised = promisedOf(commitmentOf({ scope: ['network', 'each_place'] }), {
          parties: one.parties,
        });
        const late = one.evidence.map((evidence) => ({
          ...evidence,
          acts: [...evidence.acts, { kind: 'reversed', on: '2024-01-01' } as const],
        }));
        expect(commitmentProgress(promised, late, on(one.day))).toEqual(
          commitmentProgress(promised, one.evidence, on(one.day)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
