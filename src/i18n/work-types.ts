import type { WorkType } from '../domain/work.ts';

/** The short name of each type in menus and on list rows. */
export const workTypeLabels: Readonly<Record<WorkType, string>> = {
  charters: 'ธรรมนูญ',
  agreements: 'ข้อตกลง',
  plans: 'แผน',
  projects: 'โครงการ',
  cases: 'กรณีตัวอย่าง',
};

/** What one work of a type is called when it is counted: "12 ฉบับ". */
export const workTypeCounters: Readonly<Record<WorkType, string>> = {
  charters: 'เรื่อง',
  agreements: 'เรื่อง',
  plans: 'แผน',
  projects: 'โครงการ',
  cases: 'กรณี',
};
