import { describe, expect, test } from 'vitest';
import { commitmentProgress } from '../../src/domain/commitment-progress.ts';
import type { Claim } from '../../src/domain/edition.ts';
import type { Evidence, EvidenceAct, EvidenceFacts } from '../../src/domain/evidence.ts';
import { commitmentOf, dated, member, on, promisedOf } from '../support/promised.ts';

let made = 0;
const deed = (
  organisation: string,
  doneOn: string,
  more: Partial<EvidenceFacts> = {},
  acceptedOn = doneOn,
): Evidence => {
  made += 1;
  const facts = { doneOn, place: null, amount: 1, ...more };
  return {
    id: `deed-${made}`,
    commitment: 'one',
    organisation,
    acts: [
      { kind: 'submitted', on: acceptedOn, facts },
      { kind: 'accepted', on: acceptedOn },
    ],
  };
};

describe('a commitment of each area', () => {
  const each = commitmentOf({ scope: ['each_place'] });

  test('is complete for the one that shows two agreements, and for no other', () => {
    const evidence = [deed('north', '2021-02-01'), deed('north', '2021-03-01'), deed('south', '2021-03-01')];
    const progress = commitmentProgress(promisedOf(each), evidence, on('2022-01-01'));
    const [reading] = progress.readings;
    expect(reading?.units.map(({ unit, state, count }) => [unit, state, count])).toEqual([
      ['990101', 'complete', 2],
      ['990102', 'partial', 1],
      ['990103', 'no_data', 0],
      ['990104', 'no_data', 0],
    ]);
    expect([reading?.complete, progress.state]).toEqual([1, 'partial']);
  });

  test('takes a deed without a place for the only place of who did it, and says when there are several', () => {
    const [reading] = commitmentProgress(
      promisedOf(each),
      [deed('upland', '2021-02-01'), deed('upland', '2021-02-01', { place: '99010301' })],
      on('2022-01-01'),
    ).readings;
    expect(reading?.unplaced).toHaveLength(1);
    expect(reading?.units.find(({ unit }) => unit === '990103')?.count).toBe(1);
  });

  test('is never complete as a whole while parties have no name', () => {
    const claims: readonly Claim[] = [
      {
        property: 'parties',
        value: 54,
        unit: 'อปท.',
        textAsWritten: '๕๔ อปท.',
        roles: ['member'],
        note: null,
        sources: [],
      },
    ];
    const promised = promisedOf(commitmentOf({ scope: ['each_party'], value: 1 }), { claims });
    const evidence = ['north', 'south', 'upland'].map((slug) => deed(slug, '2021-02-01'));
    const [reading] = commitmentProgress(promised, evidence, on('2022-01-01')).readings;
    expect([reading?.complete, reading?.hasUnnamed, reading?.state]).toEqual([3, true, 'partial']);
  });
});

test('a yearly target is counted by the Buddhist-era year of the deed, and a year without one is overdue', () => {
  const yearly = commitmentOf({ per: 'be_year', value: 1, comparator: 'exactly' });
  const evidence = [deed('north', '2020-12-31'), deed('north', '2022-01-01'), deed('south', '2022-06-01')];
  const { readings, state } = commitmentProgress(promisedOf(yearly), evidence, on('2022-12-31'));
  const years = readings[0]?.units[0]?.years.map(({ beYear, state: of, count, isExceeded }) => [
    beYear,
    of,
    count,
    isExceeded,
  ]);
  expect(years).toEqual([
    [2563, 'complete', 1, false],
    [2564, 'overdue', 0, false],
    [2565, 'complete', 2, true],
  ]);
  expect(state).toBe('overdue');
});

test('an ambiguous scope shows both readings, and no state while they differ', () => {
  const six = commitmentOf({ scope: ['network', 'each_party'], value: 3 });
  const evidence = ['north', 'south', 'upland'].map((slug) => deed(slug, '2021-02-01'));
  const { readings, state } = commitmentProgress(promisedOf(six), evidence, on('2022-01-01'));
  expect(readings.map((one) => [one.scope, one.state, one.complete])).toEqual([
    ['network', 'complete', 1],
    ['each_party', 'partial', 0],
  ]);
  expect(state).toBeNull();
});

describe('evidence', () => {
  const one = promisedOf(commitmentOf({ value: 1, due: dated('2021') }));
  const stateOn = (evidence: readonly Evidence[], day: string) =>
    commitmentProgress(one, evidence, on(day)).state;
  const facts = { doneOn: '2021-02-01', place: null, amount: 1 };

  test('counts from the day it is accepted, and no more once that is reversed', () => {
    const acts: readonly EvidenceAct[] = [
      { kind: 'submitted', on: '2021-03-01', facts },
      { kind: 'accepted', on: '2021-04-01' },
      { kind: 'reversed', on: '2021-05-01' },
      { kind: 'corrected', on: '2021-06-01', facts: { ...facts, amount: 3 } },
      { kind: 'returned', on: '2021-07-01' },
    ];
    const evidence = [{ id: 'x', commitment: 'one', organisation: 'north', acts }];
    const told = ['2021-03-31', '2021-04-30', '2021-05-01', '2021-06-01', '2021-07-01'].map((day) => {
      const unit = commitmentProgress(one, evidence, on(day)).readings[0]?.units[0];
      return [unit?.state, unit?.count, unit?.pending];
    });
    expect(told).toEqual([
      ['no_data', 0, 1],
      ['complete', 1, 0],
      ['no_data', 0, 1],
      ['no_data', 0, 3],
      ['no_data', 0, 0],
    ]);
  });

  test('that comes late completes all the same: by an early deed in time, by a late one late', () => {
    expect(stateOn([], '2021-12-31')).toBe('no_data');
    expect(stateOn([], '2022-01-01')).toBe('overdue');
    const early = commitmentProgress(one, [deed('north', '2021-05-01', {}, '2023-01-01')], on('2023-01-01'));
    const late = commitmentProgress(one, [deed('north', '2022-05-01')], on('2023-01-01'));
    expect([early.state, early.readings[0]?.units[0]?.isLate]).toEqual(['complete', false]);
    expect([late.state, late.readings[0]?.units[0]?.isLate]).toEqual(['complete', true]);
  });

  test('of a party that withdrew stays with the network, and what it does afterwards does not count', () => {
    const leaver = member(
      'south',
      { kind: 'sign', date: dated('2020-01-01') },
      { kind: 'withdraw', date: dated('2021-06-01') },
    );
    const promised = promisedOf(commitmentOf({ scope: ['network', 'each_party'] }), {
      parties: [member('north'), leaver],
    });
    const evidence = [deed('south', '2021-05-31'), deed('south', '2021-06-01'), deed('nobody', '2021-01-01')];
    const [network, each] = commitmentProgress(promised, evidence, on('2022-01-01')).readings;
    expect(network?.units[0]?.count).toBe(1);
    expect(each?.units.map(({ unit }) => unit)).toEqual(['north']);
  });

  test('of an upgraded party stays with its successor', () => {
    const promised = promisedOf(commitmentOf({ scope: ['each_party'] }), { parties: [member('north')] }, [
      { predecessor: 'north', successor: 'town', date: '2021-04-01' },
    ]);
    const evidence = [deed('north', '2021-03-01'), deed('town', '2021-05-01')];
    const [reading] = commitmentProgress(promised, evidence, on('2022-01-01')).readings;
    expect(reading?.units).toMatchObject([{ unit: 'town', count: 2, state: 'complete' }]);
  });
});

test('a largest number is kept once its time is over, and one that was passed says so', () => {
  const most = promisedOf(commitmentOf({ comparator: 'at_most', value: 1, due: dated('2021') }));
  const progressOn = (evidence: readonly Evidence[], day: string) =>
    commitmentProgress(most, evidence, on(day));
  const one = [deed('north', '2021-02-01')];
  expect([progressOn(one, '2021-06-01').state, progressOn(one, '2022-01-01').state]).toEqual([
    'partial',
    'complete',
  ]);
  const two = progressOn([...one, deed('south', '2021-03-01')], '2022-01-01');
  expect([two.state, two.readings[0]?.units[0]?.isExceeded]).toEqual(['partial', true]);
});
