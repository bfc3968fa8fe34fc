import type { CheckVerdict } from '../domain/edition-check.ts';

export type CheckAnswer = {
  /** The answer in a few words, first on the page. */
  readonly answer: string;
  readonly meaning: string;
  /** A sign beside the answer, so that it is not told by colour alone. */
  readonly sign: 'yes' | 'mind' | 'no';
};

/** What a phone is told about the printed edition in its owner's hand. */
export const checkAnswers: Readonly<Record<CheckVerdict, CheckAnswer>> = {
  current: {
    answer: 'ใช่ ฉบับนี้เป็นฉบับปัจจุบัน',
    meaning: 'ทะเบียนยังไม่มีฉบับใหม่กว่านี้',
    sign: 'yes',
  },
  review_due: {
    answer: 'เป็นฉบับปัจจุบัน แต่ถึงกำหนดทบทวนแล้ว',
    meaning: 'พ้นวันที่กำหนดให้ทบทวน และทะเบียนยังไม่พบฉบับใหม่ โปรดสอบถามเจ้าของเรื่อง',
    sign: 'mind',
  },
  not_evident: {
    answer: 'เป็นฉบับล่าสุดที่ทะเบียนมี',
    meaning: 'แต่แหล่งอ้างอิงที่มียังไม่บอกว่าประกาศใช้หรือลงนามเมื่อใด',
    sign: 'mind',
  },
  expired: {
    answer: 'เป็นฉบับล่าสุด แต่สิ้นสุดแล้ว',
    meaning: 'พ้นช่วงเวลาที่เอกสารกำหนดไว้',
    sign: 'no',
  },
  made_up: {
    answer: 'ไม่ใช่เอกสารจริงของพื้นที่ใด',
    meaning: 'เป็นข้อความตัวอย่างหรือข้อมูลทดสอบของทะเบียน ฉบับที่ท่านถือเป็นฉบับล่าสุดของตัวอย่างนี้',
    sign: 'mind',
  },
  never_current: {
    answer: 'ไม่ใช่ มีฉบับที่ใหม่กว่า',
    meaning: 'ฉบับนี้เป็นฉบับเก่าที่เพิ่มเข้าทะเบียนภายหลัง',
    sign: 'no',
  },
  replaced: {
    answer: 'ไม่ใช่ มีฉบับใหม่แทนแล้ว',
    meaning: 'ฉบับที่ท่านถือเก็บไว้ให้อ่านตามเดิม แต่ไม่ใช่ฉบับที่ใช้อยู่',
    sign: 'no',
  },
  withdrawn: {
    answer: 'ไม่ใช่ เอกสารนี้ถอนหรือยกเลิกแล้ว',
    meaning: 'ข้อความยังเปิดอ่านได้เพื่อการอ้างอิงเท่านั้น',
    sign: 'no',
  },
};
