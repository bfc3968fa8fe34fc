import { expect, test } from 'vitest';
import { documentTypes } from '../../src/catalogue/index.ts';
import { fieldPath, fieldWords, optionWords } from '../../src/facts/form-words.ts';
import { sections } from '../../src/facts/sections/index.ts';
import type { FormField } from '../../src/facts/shape.ts';
import { factSectionTexts } from '../../src/i18n/fact-sections.ts';

const forms = documentTypes.flatMap(({ type, legalNatures: [legalNature = 'informational'] }) =>
  sections.flatMap((section) => section.fields({ type, provenance: 'test', legalNature })),
);

/** Every field of every form, those inside others too, by the name of its control. */
function fieldsIn(fields: readonly FormField[], base = ''): readonly (readonly [string, FormField])[] {
  return fields.flatMap((field): readonly (readonly [string, FormField])[] => {
    const control = `${base}${field.key}`;
    const shape = field.shape.kind === 'fact' ? field.shape.of : field.shape;
    const own = [[control, field] as const];
    if (shape.kind === 'group') return [...own, ...fieldsIn(shape.fields, `${control}.`)];
    return shape.kind === 'list' ? [...own, ...fieldsIn(shape.fields, `${control}.0.`)] : own;
  });
}
const fields = fieldsIn(forms);

test('every field of every form of facts has a Thai label', () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(([control, field]) => !/[ก-๙]/.test(fieldWords(control, field).label))).toEqual([]);
});

test('every list says what one of its entries is called', () => {
  const lists = fields.filter(([, { shape }]) => shape.kind === 'list');
  expect(lists.filter(([control]) => fieldWords(control).entry === undefined)).toEqual([]);
});

test('every option of a choice has a Thai label', () => {
  const options = fields.flatMap(([control, { shape }]) => {
    if (shape.kind === 'choice') return shape.options.map((option) => [control, option] as const);
    const isListed = shape.kind === 'choices' && typeof shape.of !== 'string';
    return isListed && typeof shape.of !== 'string'
      ? shape.of.map((option) => [control, option] as const)
      : [];
  });
  expect(options.length).toBeGreaterThan(50);
  expect(options.filter(([control, option]) => !/[ก-๙]/.test(optionWords(control, option)))).toEqual([]);
});

test('every section has a title and says what belongs there', () => {
  expect(sections.filter(({ key }) => !factSectionTexts[key]?.explanation)).toEqual([]);
  expect(Object.keys(factSectionTexts).toSorted()).toEqual(sections.map(({ key }) => key).toSorted());
});

test('the words of a field do not depend on where in a list it stands', () => {
  expect(fieldPath('parties.12.actions.3.date~values.1~note')).toBe('parties.actions.date');
});
