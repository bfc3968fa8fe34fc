import type { DraftSection } from '../domain/draft-sections.ts';

/** What the pages of a draft are called. */
export const draftSectionLabels: Readonly<Record<DraftSection, string>> = {
  text: 'ตัวบท',
  facts: 'ข้อเท็จจริง',
  import: 'นำเข้า',
  files: 'เอกสารแนบ',
  review: 'ตรวจ',
  publish: 'เผยแพร่',
  history: 'ประวัติ',
  life: 'ลำดับเวลาและการถอน',
};
