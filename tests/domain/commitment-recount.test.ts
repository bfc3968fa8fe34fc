import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentProgress, type Promised } from '../../src/domain/commitment-progress.ts';
import { type CommitmentSummary, commitmentSpans } from '../../src/domain/commitment-span.ts';
import type { Commitment, Party } from '../../src/domain/edition.ts';
import type { EvidenceAct } from '../../src/domain/evidence.ts';
import { type Fact, notStated } from '../../src/domain/fact.ts';
import { partyRoster } from '../../src/domain/party-roster.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';
import { recount } from '../support/plain-recount.ts';
import { commitmentOf, dated, on, placesOf, promisedOf } from '../support/promised.ts';

/* Random histories against a plain recount. */
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
  fc.record(
    {
      organisation: fc.constantFrom(...slugs),
      role: fc.constantFrom<Party['role']>('member', 'hub', 'funder'),
      note: fc.constant(null),
      sources: fc.constant([]),
      // A party that joined through the register is known from the day on which that was accepted.
      knownOn: fc.constantFrom(...days),
      actions: fc.array(
        fc.record({
          kind: fc.constantFrom<Party['actions'][number]['kind']>('sign', 'join', 'withdraw'),
          date: anyDate,
        }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['organisation', 'role', 'note', 'sources', 'actions'] },
  ),
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
const nothing = {
  ...({ scope: 'network', state: 'partial' } as const),
  ...{ complete: 0, hasUnnamed: false, units: 1, count: 0, pending: 0 },
};

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
        const told = readings.map(({ units }) =>
          units
            .map(({ unit, count, state, pending }) => [unit, count, state, pending])
            .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
        );
        const counted = { ...one, commitment: 'one' };
        expect(told).toEqual(commitment.scope.map((scope) => recount(counted, scope, placesOf)));
      }),
      { numRuns: 5000 },
    );
  });

  test('in spans stands on every day as it stands when that day alone is asked for', () => {
    const anyStep = fc.record({ on: fc.constantFrom(...days), count: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(anyStep), fc.constantFrom(...days), (steps, from) => {
        const summaryOn = (day: string): CommitmentSummary => ({
          state: 'partial',
          evidence: [],
          readings: steps.filter((step) => step.on <= day).map(({ count }) => ({ ...nothing, count })),
        });
        const spans = commitmentSpans(
          steps.map((step) => on(step.on)),
          on(from),
          summaryOn,
        );
        for (const day of [...days, '2024-01-01'].filter((one) => one >= from)) {
          const standing = spans.filter((span) => span.from <= day && day < span.until);
          expect(standing.map(({ summary }) => summary)).toEqual([summaryOn(day)]);
        }
      }),
      { numRuns: 500 },
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
