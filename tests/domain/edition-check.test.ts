import { describe, expect, test } from 'vitest';
import { checkEdition } from '../../src/domain/edition-check.ts';

const printed = { provenance: 'documented', role: 'current', standing: 'adopted' } as const;

describe('a printed edition', () => {
  test('that nothing has replaced and that was adopted is current', () => {
    expect(checkEdition(printed)).toBe('current');
    expect(checkEdition({ ...printed, standing: 'signed' })).toBe('current');
  });

  test('in whose place another came is not current, however the work stands', () => {
    expect(checkEdition({ ...printed, role: 'replaced' })).toBe('replaced');
    expect(checkEdition({ ...printed, role: 'replaced', standing: 'review_due' })).toBe('replaced');
    expect(checkEdition({ ...printed, role: 'never_current' })).toBe('never_current');
  });

  test('of a withdrawn work is never called current', () => {
    for (const role of ['current', 'replaced', 'never_current'] as const) {
      expect(checkEdition({ ...printed, role, standing: 'withdrawn' })).toBe('withdrawn');
    }
  });

  test('of a work whose time is over, or whose review is due, says so', () => {
    expect(checkEdition({ ...printed, standing: 'expired' })).toBe('expired');
    expect(checkEdition({ ...printed, standing: 'review_due' })).toBe('review_due');
  });

  test('whose adoption no source states is not said to hold', () => {
    for (const standing of ['draft', 'hearing', 'not_evident'] as const) {
      expect(checkEdition({ ...printed, standing })).toBe('not_evident');
    }
  });

  test('of a model text is never called the agreement of a place', () => {
    expect(checkEdition({ ...printed, provenance: 'model' })).toBe('made_up');
    expect(checkEdition({ ...printed, provenance: 'test' })).toBe('made_up');
  });
});
