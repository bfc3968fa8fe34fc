import type { Standing } from '../domain/timeline.ts';
import type { WorkType } from '../domain/work.ts';

export const commonStandingLabels: Readonly<Record<Standing, string>> = {
  draft: 'ร่าง',
  hearing: 'รับฟังความเห็น',
  adopted: 'ประกาศใช้แล้ว',
  signed: 'ลงนามแล้ว',
  review_due: 'ถึงกำหนดทบทวน',
  expired: 'สิ้นสุด',
  withdrawn: 'ยกเลิก',
  not_evident: 'ไม่ปรากฏสถานะ',
};

/** Where a work of a type stands, in the words shown to readers; a charter is never "in force". */
export const standingLabels: Readonly<Record<WorkType, Readonly<Record<Standing, string>>>> = {
  charters: commonStandingLabels,
  agreements: { ...commonStandingLabels, adopted: 'ลงนามแล้ว', expired: 'ครบกำหนด' },
  plans: { ...commonStandingLabels, adopted: 'เริ่มใช้แล้ว', expired: 'สิ้นสุดช่วงแผน' },
  projects: { ...commonStandingLabels, adopted: 'เริ่มดำเนินการแล้ว', expired: 'สิ้นสุดโครงการ' },
  cases: { ...commonStandingLabels, adopted: 'เผยแพร่แล้ว', expired: 'สิ้นสุด' },
};

/** One sentence that says what a standing means and what it does not. */
export const standingMeanings: Readonly<Record<Standing, string>> = {
  draft: 'แหล่งอ้างอิงกล่าวถึงการยกร่าง แต่ยังไม่พบว่าประกาศใช้',
  hearing: 'มีเวทีรับฟังความเห็นแล้ว แต่ยังไม่พบว่าประกาศใช้',
  adopted: 'มีหลักฐานวันที่เริ่มถือปฏิบัติ',
  signed: 'มีหลักฐานว่าลงนามแล้ว',
  review_due: 'พ้นวันที่กำหนดให้ทบทวนแล้ว และยังไม่พบฉบับใหม่',
  expired: 'พ้นช่วงเวลาที่กำหนดไว้แล้ว',
  withdrawn: 'ยกเลิกแล้ว ข้อความยังเปิดอ่านได้เพื่อการอ้างอิง',
  not_evident: 'แหล่งอ้างอิงที่มีไม่บอกว่าประกาศใช้หรือลงนามเมื่อใด',
};
