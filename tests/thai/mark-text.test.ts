import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, type MarkedPart, markText } from '../../src/thai/mark-text.ts';
import { toSearchForm } from '../../src/thai/normal-form.ts';
import { toUnits } from '../../src/thai/units.ts';
import { cpuOf } from '../support/cpu-of.ts';

const phrase = (text: string) => ({ units: toUnits(toSearchForm(text)), isOpen: true });
const show = (parts: readonly MarkedPart[]): string =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

describe('a marked text', () => {
  it('marks the words as they are written, whatever the query looked like', () => {
    expect(show(markText('เมื่อ พ.ศ.๒๕๖๐ นํ้าท่วม', [phrase('2560'), phrase('น้ำ')]))).toBe(
      'เมื่อ พ.ศ.[๒๕๖๐] [นํ้า]ท่วม',
    );
  });
  it('marks across spaces and dots, as the index finds', () => {
    expect(show(markText('ให้ อ.บ.ต. ดูแล', [phrase('อบต')]))).toBe('ให้ [อ.บ.ต]. ดูแล');
  });
  it('joins marks that touch or overlap', () => {
    expect(show(markText('ธรรมนูญสุขภาพ', [phrase('ธรรมนูญ'), phrase('นูญสุข')]))).toBe('[ธรรมนูญสุข]ภาพ');
  });
  it('adds and loses no character of what it shows whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        expect(
          markText(text, [phrase(query)])
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
  it('answers for a hostile text in bounded time', async () => {
    const { cpu } = await cpuOf(() => findMatches('กก'.repeat(50_000), [phrase('ก'.repeat(200))]));
    expect(cpu).toBeLessThan(5_000);
  });
});
