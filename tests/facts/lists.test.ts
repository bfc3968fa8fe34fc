import { describe, expect, test } from 'vitest';
import { controlOf } from '../../src/facts/control-of.ts';
import { fromLines, toLines } from '../../src/facts/lines-text.ts';
import { details } from '../../src/facts/sections/details.ts';
import { parties } from '../../src/facts/sections/parties.ts';
import { settleForm } from '../../src/facts/settle-form.ts';
import { chosenAt, chosenControls, entriesOf, reordered, withMoved } from '../../src/facts/typed.ts';

describe('a list in a text area', () => {
  test.each([[['หนึ่ง', 'สอง']], [['บรรทัดแรก\nบรรทัดที่สอง', 'อีกรายการ']], [['ก\n\nข', 'ค\n  ง']], [[]]])(
    '%j comes back as it was',
    (lines) => {
      expect(toLines(fromLines(lines))).toEqual(lines);
    },
  );

  test('has no entries for blank lines', () => {
    expect(toLines('\n\nหนึ่ง\n\n\nสอง\n ')).toEqual(['หนึ่ง', 'สอง']);
  });
});

describe('the entries of a form', () => {
  const typed = new Map([
    ['parties.0~is', '1'],
    ['parties.0.organisation', 'one'],
    ['parties.0.actions.0~is', '1'],
    ['parties.0.actions.0.kind', 'sign'],
    ['parties.1~is', '1'],
    ['parties.2~is', '1'],
    ['parties.2.organisation', 'three'],
    ['parties.2~gone', '1'],
    ['parties.3~is', '1'],
    ['parties.3.organisation', 'four'],
    ['people.0~is', '1'],
  ]);

  test('move with all that is in them', () => {
    const moved = withMoved(typed, 'parties.0', 1);
    expect(moved.get('parties.1.organisation')).toBe('one');
    expect(moved.get('parties.1.actions.0.kind')).toBe('sign');
    expect(moved.has('parties.0.organisation')).toBe(false);
    expect(withMoved(moved, 'parties.1', -1)).toEqual(typed);
  });

  test('stay where they are at either end', () => {
    expect(withMoved(typed, 'parties.0', -1)).toBe(typed);
    expect(withMoved(typed, 'parties.3', 1)).toBe(typed);
  });

  test('are settled: what says something first, what was taken out last, what is empty not at all', () => {
    const fields = parties.fields({ type: 'agreements', provenance: 'test', legalNature: 'mou' });
    const settled = settleForm(fields, typed);
    expect(entriesOf(settled, 'parties')).toBe(3);
    const names = [0, 1, 2].map((position) => settled.get(`parties.${position}.organisation`));
    expect(names).toEqual(['one', 'four', 'three']);
    expect(settled.get('parties.2~gone')).toBe('1');
    expect(settled.has('people.0~is')).toBe(true);
  });

  test('of another list whose name begins alike are left alone', () => {
    const two = new Map([...typed, ['parties2.0~is', '1']]);
    expect(reordered(two, 'parties', [0]).has('parties2.0~is')).toBe(true);
  });
});

test('what is ticked keeps the order it had, whatever order the boxes stand in', () => {
  const controls = new Map(chosenControls('topics', ['b/two', 'a/one', 'c d']));
  expect(
    chosenAt(new Map([...controls, ['topics~in.z/new', 'on']].toReversed() as [string, string][]), 'topics'),
  ).toEqual(['b/two', 'a/one', 'c d', 'z/new']);
});

describe('the control of a problem', () => {
  const fields = details.fields({ type: 'plans', provenance: 'test', legalNature: 'plan' });

  test.each([
    ['facts.hazards.value.2.act.value', 'facts.hazards.2.act'],
    ['facts.hazards.value.2.act.note', 'facts.hazards.2.act~note'],
    ['facts.hazards.value.2.act.sources.0', 'facts.hazards.2.act'],
    ['facts.hazards.values.1.value.0.name', 'facts.hazards~values.1.0.name'],
    [
      'facts.indicators.value.0.measurements.value.1.value.value.amount',
      'facts.indicators.0.measurements.1.value.amount',
    ],
    ['facts.term.value', 'facts.term'],
    ['facts.colour', 'facts'],
  ])('of %s is %s, and stays that', (path, control) => {
    expect(controlOf(fields, path)).toBe(control);
    expect(controlOf(fields, control)).toBe(control);
  });
});
