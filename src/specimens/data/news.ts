import type { TextReading } from '../../domain/finding.ts';

export const testNews = '54 อปท. ลงนามเมื่อ ๑๕ พฤษภาคม ๒๕๖๐ ที่อบต.ทดสอบ เดิม 22 อปท.\nShares: 3';

const at = (words: string, from = 0) => {
  const start = testNews.indexOf(words, from);
  return { start, end: start + words.length, text: words, repeats: null };
};
const number = { kind: 'quantity', unit: 'อปท.', comparator: null, each: null } as const;

export const testReading: TextReading = {
  findings: [
    { ...at('54 อปท.'), ...number, id: 'quantity-1', value: 54 },
    {
      ...at('๑๕ พฤษภาคม ๒๕๖๐'),
      kind: 'date',
      id: 'date-1',
      value: {
        start: '2017-05-15',
        end: null,
        precision: 'day',
        textAsWritten: '๑๕ พฤษภาคม ๒๕๖๐',
        isInferred: false,
      },
    },
    { ...at('อบต.ทดสอบ'), kind: 'organisation', id: 'organisation-1', slugs: ['one', 'two'], role: null },
    { ...at('22 อปท.'), ...number, id: 'quantity-2', value: 22 },
  ],
  conflicts: [
    { kind: 'numbers_differ', findings: ['quantity-1', 'quantity-2'], spans: [at('54 อปท.'), at('22 อปท.')] },
    { kind: 'several_organisations', findings: ['organisation-1'], spans: [at('อบต.ทดสอบ')] },
  ],
  boilerplate: [at('Shares: 3')],
};

export const testNewsReading = {
  reading: testReading,
  organisationNames: new Map([
    ['one', 'อบต.ทดสอบหนึ่ง'],
    ['two', 'อบต.ทดสอบสอง'],
  ]),
  placeLines: new Map<string, string>(),
  isCut: true,
};
