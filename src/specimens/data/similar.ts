import type {
  SimilarInDraft,
  SimilarProvision,
  SimilarProvisions,
} from '../../domain/similarity/similar-provision.ts';
import { otherChain, testChain } from './places.ts';

const text =
  'ทุกครัวเรือนของตำบลทดสอบคัดแยกขยะเป็นสี่ประเภทก่อนนำออกจากบ้าน และนำขยะเปียกไปทำปุ๋ยในสวนของตน อย่างน้อยเดือนละ 2 ครั้ง';
export const adaptedText =
  'ทุกครัวเรือนและร้านค้าของตำบลทดสอบใต้คัดแยกขยะเป็นสามประเภทก่อนนำออกจากบ้าน และนำขยะเปียกไปทำปุ๋ยในสวนของตน อย่างน้อยเดือนละ 4 ครั้ง';

const first = {
  type: 'charters',
  slug: 'test-first',
  title: 'ธรรมนูญตำบลทดสอบใต้',
  edition: 1,
  eid: 'cl-9',
  label: 'ข้อ 9',
  heading: 'ขยะ',
  since: { on: '2015-03', basis: 'adopted' },
} as const;

/** Obvious test data of three works with nearly the same clause. */
export const testSimilar: SimilarProvisions = {
  text,
  total: 24,
  first,
  isFirst: false,
  similar: [
    {
      ...first,
      type: 'agreements',
      slug: 'test-copied',
      title: 'บันทึกข้อตกลงทดสอบ',
      eid: 'cl-3',
      label: 'ข้อ 3',
      heading: null,
      since: { on: '2025-01-02', basis: 'published' },
      isCurrent: true,
      text,
      likeness: { kind: 'copied', share: 1 },
      places: [],
      first,
      stated: { by: 'other', kind: 'adopts' },
    },
    {
      ...first,
      edition: 2,
      since: { on: '2019', basis: 'adopted' },
      isCurrent: false,
      text: adaptedText,
      likeness: { kind: 'adapted', share: 0.824 },
      places: [otherChain, testChain],
      first,
      stated: null,
    },
  ],
};

const [copied, adapted] = testSimilar.similar as readonly [SimilarProvision, SimilarProvision];
const clauseOf = (number: number) => ({ eid: `cl-${number}`, label: `ข้อ ${number}`, heading: 'ขยะ', text });

/** Clauses of a draft that others have: in two works, in one, said already, and had first by the own work. */
export const testInDraft: readonly SimilarInDraft[] = [
  {
    clause: clauseOf(1),
    offered: [{ ...copied, stated: null }, adapted],
    isFirst: false,
    works: 5,
  },
  { clause: clauseOf(2), offered: [adapted], isFirst: false, works: 1 },
  {
    clause: clauseOf(3),
    offered: [{ ...copied, stated: { by: 'this', kind: 'derives_from' } }],
    isFirst: false,
    works: 1,
  },
  { clause: clauseOf(4), offered: [adapted], isFirst: true, works: 1 },
];
