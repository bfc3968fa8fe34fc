import { expect, test } from 'vitest';
import { commitmentProgress } from '../../src/domain/commitment-progress.ts';
import type { Commitment } from '../../src/domain/edition.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { uncountedDeeds } from '../../src/domain/uncounted.ts';
import { commitmentOf, dated, member, on, promisedOf } from '../support/promised.ts';

const day = on('2023-01-01');
const deed = (id: string, organisation: string, doneOn: string, place: string | null = null): Evidence => ({
  id,
  commitment: 'one',
  organisation,
  acts: [
    { kind: 'submitted', on: '2022-06-01', facts: { doneOn, place, amount: 1 } },
    { kind: 'accepted', on: '2022-06-01' },
  ],
});
const left = member(
  'upland',
  { kind: 'sign', date: dated('2020-01-01') },
  { kind: 'withdraw', date: dated('2022-01-01') },
);
const told = (commitment: Commitment, ...evidence: readonly Evidence[]) => {
  const promised = promisedOf(commitment, { parties: [member('north'), member('south'), left] });
  const [reading] = commitmentProgress(promised, evidence, day).readings;
  if (!reading) throw new Error('nothing was counted');
  return uncountedDeeds(promised, evidence, reading, day).map(({ id, reason }) => [id, reason]);
};

test('three deeds that give two say why the third is not counted', () => {
  expect(
    told(
      commitmentOf(),
      deed('in time', 'north', '2021-01-01'),
      deed('of a party that left since', 'upland', '2021-01-01'),
      deed('before it signed', 'north', '2019-01-01'),
      deed('still to come', 'north', '2023-02-01'),
    ),
  ).toEqual([
    ['before it signed', 'not_a_party'],
    ['still to come', 'not_yet'],
  ]);
});

test('a party that left has no number of its own any more', () => {
  expect(told(commitmentOf({ scope: ['each_party'] }), deed('then', 'upland', '2021-01-01'))).toEqual([
    ['then', 'withdrawn'],
  ]);
});

test('by places, a deed elsewhere and one of which nobody knows where are told apart', () => {
  const each = commitmentOf({ scope: ['each_place'] });
  expect(
    told(
      each,
      deed('here', 'north', '2021-01-01', '990101'),
      deed('elsewhere', 'north', '2021-01-01', '9902'),
      deed('somewhere', 'upland', '2021-01-01'),
    ),
  ).toEqual([
    ['elsewhere', 'outside'],
    ['somewhere', 'unplaced'],
  ]);
});

test('what is counted every year leaves out the years before the agreement and after its end', () => {
  const yearly = commitmentOf({ per: 'be_year', due: dated('2021-12-31') });
  expect(told(yearly, deed('in time', 'north', '2021-01-01'), deed('late', 'north', '2022-03-01'))).toEqual([
    ['late', 'other_year'],
  ]);
});
