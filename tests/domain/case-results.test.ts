import { expect, test } from 'vitest';
import { resultsOf } from '../../src/domain/case-results.ts';
import { type Fact, given, notStated } from '../../src/domain/fact.ts';

const values = ['ผลทดสอบหนึ่ง', 'ผลทดสอบสอง'].map((value) => ({ value, note: null, sources: [] }));

test.each<[string, Fact<string>]>([
  ['states them', given('ผลทดสอบ')],
  ['states that there are none', { kind: 'none', note: null }],
  ['has sources that disagree about them', { kind: 'disputed', note: null, values }],
])('a case that %s owes no expectation', (_how, results) => {
  expect(resultsOf({ results })).toBe('stated');
});

test.each<[string, Fact<string>]>([
  ['is silent', notStated],
  ['says that nobody knows them', { kind: 'unknown', note: 'ทดสอบ' }],
])('a case that %s is asked what it expects', (_how, results) => {
  expect(resultsOf({ results })).toBe('unstated');
  expect(resultsOf({ results, expected: given([{ what: given('ผลทดสอบ') }]) })).toBe('expected');
});
