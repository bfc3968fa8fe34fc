import type { RevisionKind } from '../domain/revision-kind.ts';

/** How a version of a draft came about. */
export const revisionKindLabels: Readonly<Record<RevisionKind, string>> = {
  opened: 'เปิดร่าง',
  saved: 'บันทึก',
  autosaved: 'บันทึกเองระหว่างพิมพ์',
  merged: 'รวมข้อความสองชุด',
  restored: 'นำข้อความเดิมกลับมา',
  imported: 'นำเข้า',
};
