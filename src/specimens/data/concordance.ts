import type { Concordance } from '../../domain/concordance.ts';
import { cardOf } from '../../domain/edition-card.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { testManifest, testWork } from './edition.ts';
import { otherChain, testChain } from './places.ts';

const card = cardOf(testManifest);
const clause = (number: number, heading: string | null, text: string) => ({
  eid: `cl-${number}`,
  label: `ข้อ ${number}`,
  heading,
  text,
  words: ['ขยะ'],
});
const work = { ...testWork, number: 2, card, standing: 'adopted' } as const;

/** Obvious test data: one place with clauses of a topic, one whose work has none. */
export const testConcordance: Concordance = {
  day: '2025-01-02' as IsoDate,
  columns: [
    {
      place: testChain,
      total: 1,
      works: [
        {
          ...work,
          clauses: [
            clause(3, 'ขยะ', 'ทุกบ้านคัดแยกขยะเป็นสี่ประเภท\nรถเก็บข ยะมาทุกวันพุธ'),
            ...Array.from({ length: 7 }, (_, at) => clause(10 + at, null, 'ข้อความทดสอบเรื่องขยะ')),
          ],
          total: 10,
        },
      ],
    },
    {
      place: otherChain,
      total: 1,
      works: [{ ...work, slug: 'test-other', number: 1, clauses: [], total: 0 }],
    },
  ],
  rest: [],
  empty: [],
};
