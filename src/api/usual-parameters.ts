import { z } from 'zod';
import { facets, topicForm } from '../catalogue/facets.ts';
import { slugShape } from '../catalogue/manifest-schema.ts';
import type { FacetKey } from '../domain/list-filter.ts';
import { listOrders } from '../domain/list-filter.ts';
import { workTypes } from '../domain/work.ts';
import { number, optional, type Parameter, required } from './parameters.ts';

/** A day, month or year of either era, as addresses give it. */
const dateForm = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const asOfForm = z
  .string()
  .max(40)
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[ +-]\d{2}:\d{2}))?)?)?$/);

const dateWords = {
  th: 'วัน เดือน หรือปี พ.ศ. หรือ ค.ศ. เช่น 2017-05-15 หรือ 2560',
  en: 'a day, month or year of either era, such as 2017-05-15 or 2560',
};

export const slugParameter = required(slugShape, {
  th: 'ชื่อของเอกสารในที่อยู่',
  en: 'the name of the work in its address',
});
export const editionParameter = number(
  { th: 'ลำดับของฉบับในทะเบียน เริ่มจาก 1', en: 'the number of the edition in the register, from 1' },
  { least: 1, most: 999_999 },
);
export const dateParameter = required(z.string().max(40), dateWords);
export const onParameter = optional(dateForm, {
  th: `${dateWords.th} ถ้าไม่ระบุหมายถึงวันนี้`,
  en: `${dateWords.en}; today when left out`,
});
export const asOfParameter = optional(asOfForm, {
  th: 'เวลาที่ทะเบียนมีข้อมูลเช่นนั้น เป็นวันที่ หรือค่า asOf จากคำตอบก่อนหน้า',
  en: 'as of when the register is read: a day, or the `asOf` of an earlier answer',
});

/** Most rows of one page of an answer. */
const mostPerPage = 500;
export const pageParameters = {
  page: number({ th: 'เลขหน้า เริ่มจาก 1', en: 'the page, from 1' }, { least: 1, most: 999_999, usual: 1 }),
  perPage: number(
    { th: `จำนวนแถวต่อหน้า ไม่เกิน ${mostPerPage}`, en: `rows on a page, at most ${mostPerPage}` },
    { least: 1, most: mostPerPage, usual: 50 },
  ),
};
export const sortParameter = optional(z.enum(listOrders), {
  th: 'ลำดับ ตามตัวอักษร (title) หรือวันที่ล่าสุดก่อน (latest)',
  en: 'the order: Thai order of titles, or the latest adoption first',
});

const facetWords: Readonly<Record<FacetKey, { readonly th: string; readonly en: string }>> = {
  type: { th: 'ประเภทเอกสาร', en: 'a type of work' },
  province: { th: 'รหัสจังหวัด 2 หลัก เช่น 56', en: 'the code of a province, two digits' },
  year: { th: 'ปีที่ประกาศใช้ พ.ศ. หรือ ค.ศ. 4 หลัก เช่น 2560', en: 'the year of adoption, of either era' },
  topic: { th: 'ประเด็น เช่น issues/waste', en: 'a topic as scheme/term, such as issues/waste' },
  standing: { th: 'สถานะ', en: 'where the work stands' },
  evidence: { th: 'ระดับหลักฐาน', en: 'the level of evidence' },
  provenance: {
    th: 'ที่มา เอกสารจริง แม่แบบ หรือข้อมูลทดสอบ',
    en: 'documented text, model text or test data',
  },
  results: {
    th: 'ผลของกรณีตัวอย่าง ระบุแล้ว (stated) บอกผลที่คาด (expected) หรือยังไม่ได้บอก (unstated)',
    en: 'what a case says of what came of it',
  },
  reports: { th: 'โครงการที่มีงวดรายงานเลยกำหนด', en: 'projects of which some report is overdue' },
};

/** A type that must be there. */
export const typeParameter = required(z.enum(workTypes), facetWords.type);
/** A topic that must be there. */
export const topicParameter = required(topicForm, facetWords.topic);
export const workParameters = { type: typeParameter, slug: slugParameter };

/** One parameter for each facet of the catalogue. */
export const facetParameters = Object.fromEntries(
  facets.map(({ key, form }) => [key, optional(form, facetWords[key])]),
) as Readonly<Record<FacetKey, Parameter<string | undefined>>>;
