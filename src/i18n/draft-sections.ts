import type { DraftSection } from '../domain/draft-sections.ts';

/** What the pages of a draft are called. */
export const draftSectionLabels: Readonly<Record<DraftSection, string>> = {
  text: 'ตัวบท',
  import: 'นำเข้า',
  review: 'ตรวจ',
  publish: 'เผยแพร่',
};
