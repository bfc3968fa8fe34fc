import type { SearchRecord } from '../../src/search/search-record.ts';
import { testRecord } from '../search/test-records.ts';

/** How many works the index of the proof holds at any time. */
export const indexedWorks = 40;

/** A word that stands in every one of them. */
export const wordInEach = 'กวางทดสอบ';

/** The works as a revision has them. */
export const recordsAt = (revision: number): readonly SearchRecord[] =>
  Array.from({ length: indexedWorks }, (_, n) =>
    testRecord(`work-${n}`, { title: `ธรรมนูญ${wordInEach} ${n} รุ่น ${revision}` }),
  );
