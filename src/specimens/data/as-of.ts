import type { AsOfNote } from '../../components/as-of-note.ts';
import { asOfDay } from '../../domain/as-of.ts';
import type { IsoDate } from '../../domain/iso-date.ts';

/** A page of the test register as of a day. */
export const testPastNote: AsOfNote = {
  label: 'สิ้นวันที่ 2 มกราคม 2568',
  asOf: '2025-01-02',
  lasting: '/commitments?asOf=2025-01-02',
  present: '/commitments',
  problem: null,
};

/** A page of the test register as of now. */
export const testPresentNote: AsOfNote = { ...testPastNote, asOf: undefined };

/** What the test register knew by then. */
export const testAsOf = {
  ...asOfDay('2025-01-02' as IsoDate),
  ...{ lastEdition: 2, lastEvent: 2, lastAct: 2, lastFormer: 2 },
};
