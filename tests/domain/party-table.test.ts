import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Party } from '../../src/domain/edition.ts';
import { type Fact, given, notStated } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { type OrganisationSuccession, successorOn } from '../../src/domain/organisation-succession.ts';
import { type PartyEdition, type PartyRow, partyTable } from '../../src/domain/party-table.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const on = (day: string) => day as IsoDate;
const dated = (start: string): Fact<WrittenDate> =>
  given({
    start,
    end: null,
    precision: start.length === 4 ? 'year' : start.length === 7 ? 'month' : 'day',
    textAsWritten: null,
    isInferred: false,
  });
const party = (
  organisation: string,
  role: Party['role'],
  ...actions: readonly (readonly [Party['actions'][number]['kind'], Fact<WrittenDate>])[]
): Party => ({
  organisation,
  role,
  note: null,
  sources: [],
  actions: actions.map(([kind, date]) => ({ kind, date })),
});
const claim = (value: number, roles: Claim['roles']): Claim => ({
  property: 'parties',
  value,
  unit: 'แห่ง',
  textAsWritten: `${value} แห่ง`,
  roles,
  note: null,
  sources: [],
});
const edition = (parties: readonly Party[], more: Partial<PartyEdition> = {}): PartyEdition => ({
  parties,
  claims: [],
  adopted: dated('2017-05-15'),
  publishedOn: '2026-11-22',
  ...more,
});
const statesOf = (rows: readonly PartyRow[]) => rows.map(({ organisation, state }) => [organisation, state]);

describe('a party on a day', () => {
  const parties = [
    party('funder', 'funder'),
    party('early', 'member', ['sign', dated('2017-05-15')]),
    party('late', 'member', ['join', dated('2019-03')]),
    party('leaver', 'member', ['withdraw', dated('2020-06-01')], ['sign', dated('2017-05-15')]),
  ];

  test('is bound from the day it signs, and no longer after it withdrew', () => {
    const table = (day: string) => statesOf(partyTable(edition(parties), [], on(day)).rows);
    expect(table('2017-05-14').map(([, state]) => state)).toEqual(Array(4).fill('not_yet'));
    expect(table('2018-01-01')).toEqual([
      ['early', 'bound'],
      ['late', 'not_yet'],
      ['leaver', 'bound'],
      ['funder', 'named'],
    ]);
    expect(table('2020-06-01')).toEqual([
      ['early', 'bound'],
      ['late', 'bound'],
      ['leaver', 'withdrawn'],
      ['funder', 'named'],
    ]);
  });

  test('that withdrew is still one of those named, and is not present', () => {
    const { byRole, total } = partyTable(edition(parties), [], on('2021-01-01'));
    expect(byRole).toContainEqual({ role: 'member', named: 3, present: 2 });
    expect(total).toEqual({ named: 4, present: 3 });
  });

  test('with a deed of no date counts from the day the register told of it, and is in doubt before', () => {
    const one = edition([party('x', 'party', ['sign', notStated])], { adopted: notStated });
    expect(partyTable(one, [], on('2026-11-21')).rows[0]?.state).toBe('undated');
    expect(partyTable(one, [], on('2026-11-22')).rows[0]?.state).toBe('bound');
  });

  test('whose withdrawal has no date is in doubt after its signature only', () => {
    const one = edition([party('x', 'party', ['sign', dated('2017-05-15')], ['withdraw', notStated])]);
    expect(partyTable(one, [], on('2018-01-01')).rows[0]?.state).toBe('undated');
    expect(partyTable(one, [], on('2026-11-22')).rows[0]?.state).toBe('withdrawn');
  });

  test('between two disputed days is in doubt', () => {
    const date: Fact<WrittenDate> = {
      kind: 'disputed',
      note: null,
      values: ['2018-01-01', '2019-01-01'].map((start) => {
        const one = dated(start);
        return { value: one.kind === 'given' ? one.value : ({} as never), note: null, sources: [] };
      }),
    };
    const one = edition([party('x', 'party', ['join', date])]);
    const stateOn = (day: string) => partyTable(one, [], on(day)).rows[0]?.state;
    expect(['2017-12-31', '2018-06-01', '2019-01-01'].map(stateOn)).toEqual(['not_yet', 'undated', 'bound']);
  });
});

describe('an organisation that was upgraded', () => {
  const successions: readonly OrganisationSuccession[] = [
    { predecessor: 'sao', successor: 'municipality', date: '2019-04-01' },
    { predecessor: 'municipality', successor: 'town', date: '2023' },
  ];

  test('is succeeded by its successor from that day, and its place counts once', () => {
    const one = edition([party('sao', 'member', ['sign', dated('2017-05-15')])], {
      claims: [claim(54, ['member'])],
    });
    expect(partyTable(one, successions, on('2019-03-31')).rows[0]).toMatchObject({
      holder: 'sao',
      successions: [],
    });
    const table = partyTable(one, successions, on('2019-04-01'));
    expect(table.rows[0]).toMatchObject({ organisation: 'sao', holder: 'municipality', state: 'bound' });
    expect(table.claims[0]).toMatchObject({ named: 1, unnamed: 53 });
  });

  test('is one place with the row of its successor, which may give it up', () => {
    const one = edition([
      party('sao', 'member', ['sign', dated('2017-05-15')]),
      party('municipality', 'member', ['succeed', dated('2019-04-01')], ['withdraw', dated('2021')]),
    ]);
    const table = partyTable(one, successions, on('2020-01-01'));
    expect(statesOf(table.rows)).toEqual([
      ['sao', 'succeeded'],
      ['municipality', 'bound'],
    ]);
    expect(table.total).toEqual({ named: 1, present: 1 });
    expect(partyTable(one, successions, on('2022-01-01')).total).toEqual({ named: 1, present: 0 });
  });

  test('is followed through every later succession, and never in a circle', () => {
    expect(successorOn('sao', successions, '2024-01-01')).toBe('town');
    const circle = [...successions, { predecessor: 'town', successor: 'sao', date: '2024' }];
    expect(successorOn('sao', circle, '2025-01-01')).toBe('town');
  });
});

test('claims that contradict each other stand side by side, and each says how many places have no name', () => {
  const one = edition([party('hub', 'party', ['sign', dated('2017-05-15')])], {
    claims: [
      claim(9, ['member']),
      claim(9, ['member', 'party']),
      { ...claim(500, []), property: 'attendance' },
    ],
  });
  const { claims } = partyTable(one, [], on('2020-01-01'));
  expect(claims.map(({ named, unnamed, isContested }) => [named, unnamed, isContested])).toEqual([
    [0, 9, true],
    [1, 8, true],
  ]);
});

/*
 * Random histories, and a recount that walks through them deed by deed without the code above. Days are few, so that
 * deeds, successions and questions meet.
 */
const days = [
  '2017-01-01',
  '2017-06-15',
  '2018-02-01',
  '2018-02-28',
  '2019-12-31',
  '2020-01-01',
  '2022-07-07',
];
const dates = [...days, '2017', '2018', '2018-02', '2019', '2020-01', '2021'];
const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyDate = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...dates).map(dated) },
  { weight: 1, arbitrary: fc.constant<Fact<WrittenDate>>(notStated) },
);
const anyParty = fc.record({
  organisation: fc.constantFrom(...slugs),
  role: fc.constantFrom<Party['role']>('hub', 'member', 'funder'),
  actions: fc.array(
    fc.record({
      kind: fc.constantFrom<Party['actions'][number]['kind']>('sign', 'join', 'withdraw', 'succeed'),
      date: anyDate,
    }),
    { maxLength: 4 },
  ),
  note: fc.constant(null),
  sources: fc.constant([]),
});
const anyHistory = fc.record({
  parties: fc.array(anyParty, { maxLength: 12 }),
  adopted: anyDate,
  publishedOn: fc.constantFrom(...days),
  successions: fc.uniqueArray(
    fc.record({
      predecessor: fc.constantFrom(...slugs),
      successor: fc.constantFrom(...slugs),
      date: fc.constantFrom(...dates),
    }),
    { maxLength: 4, selector: ({ predecessor }) => predecessor },
  ),
  day: fc.constantFrom(...days).map(on),
  claim: fc.integer({ min: 0, max: 12 }).map((value) => claim(value, ['hub', 'member'])),
});
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);

function recount(history: History, roles: readonly Party['role'][]) {
  const { day, publishedOn, successions } = history;
  const endOf = (slug: string): readonly string[] => {
    const path = [slug];
    for (;;) {
      const step = successions.find((one) => one.predecessor === path.at(-1) && firstDay(one.date) <= day);
      if (!step || path.includes(step.successor)) return path;
      path.push(step.successor);
    }
  };
  const verdicts = history.parties.map(({ organisation, role, actions }) => {
    let verdict = 'absent';
    let clock = '';
    const replay: { at: string; kind: string; isKnown: boolean }[] = [];
    for (const { kind, date } of actions) {
      const start = date.kind === 'given' ? date.value.start : null;
      if (start !== null && start > clock) clock = start;
      if (start !== null && firstDay(start) > day) continue;
      replay.push({ at: start ?? clock, kind, isKnown: start !== null || publishedOn <= day });
    }
    replay.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const { kind, isKnown } of replay) {
      verdict = !isKnown || kind !== 'withdraw' ? 'present' : 'gone';
    }
    if (actions.length === 0) {
      const start = history.adopted.kind === 'given' ? history.adopted.value.start : null;
      verdict = start === null || firstDay(start) <= day ? 'present' : 'absent';
    }
    return { organisation, role, verdict, path: endOf(organisation) };
  });
  const named = new Set<string>();
  const present = new Set<string>();
  for (const one of verdicts) {
    if (!roles.includes(one.role) || one.verdict === 'absent') continue;
    const place = one.path.at(-1) ?? '';
    named.add(place);
    const isTakenOver = verdicts.some(
      (other) =>
        other.role === one.role &&
        other.verdict !== 'absent' &&
        one.path.slice(1).includes(other.organisation),
    );
    if (one.verdict === 'present' && !isTakenOver) present.add(place);
  }
  return { named: named.size, present: present.size };
}

describe('every table of random histories', () => {
  test('counts what a plain recount counts, on any day and in any role', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const one = edition(history.parties, { ...history, claims: [history.claim] });
        const table = partyTable(one, history.successions, history.day);
        expect(table.rows).toHaveLength(history.parties.length);
        expect(table.total).toEqual(recount(history, ['hub', 'member', 'funder']));
        for (const { role, ...count } of table.byRole) expect(count).toEqual(recount(history, [role]));
        const { named, present, unnamed } = table.claims[0] ?? {};
        expect({ named, present }).toEqual(recount(history, ['hub', 'member']));
        expect(unnamed).toBe(Math.max(0, history.claim.value - (named ?? 0)));
      }),
      { numRuns: 5000 },
    );
  });

  test('says the same again after deeds that came later were written down', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...slugs), (history, organisation) => {
        const before = partyTable(edition(history.parties, history), history.successions, history.day);
        const more = [...history.parties, party(organisation, 'member', ['join', dated('2023-01-01')])];
        const after = partyTable(edition(more, history), history.successions, history.day);
        expect(after.total).toEqual(before.total);
      }),
      { numRuns: 1000 },
    );
  });
});
