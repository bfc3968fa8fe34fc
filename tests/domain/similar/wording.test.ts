import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sketchOf, wordingForm, wordingOf } from '../../../src/domain/similarity/wording.ts';

const clause =
  'ทุกครัวเรือนของ ต.ทดสอบ คัดแยกขยะเป็น ๔ ประเภทก่อนนำออกจากบ้าน ตาม MOU ปี ๒,๕๖๐ และนํ้าเสียไม่ลงเเม่น้ำ ๆ ละ 2 ครั้ง ฯลฯ';

test('what is kept of the words of a clause changes only together with its version', () => {
  const wording = wordingOf(clause);
  const kept = wording && [wording.fingerprint, sketchOf(wording)];
  const sample = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16);
  expect([wordingForm, sample]).toEqual([1, 'f8b2e9909349a033']);
});
