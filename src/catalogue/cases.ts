import { type DocumentType, list, text } from './document-type.ts';

export const cases: DocumentType = {
  type: 'cases',
  label: 'กรณีตัวอย่าง',
  listLabel: 'กรณีตัวอย่าง',
  explanation: 'บทเรียนจากพื้นที่ที่ลงมือทำแล้ว สำหรับพื้นที่อื่นนำไปปรับใช้',
  subtypes: { good_practice: 'กรณีตัวอย่างหรือแหล่งเรียนรู้' },
  legalNatures: ['informational'],
  fields: [
    text('problem', 'ปัญหาหรือที่มา'),
    list('buildingBlocks', 'สิ่งที่พื้นที่ทำ'),
    list('agreementItems', 'ข้อตกลงที่เกิดขึ้น'),
    text('conditions', 'เงื่อนไขที่ทำให้สำเร็จ'),
    list('resources', 'ทุนและทรัพยากรที่ใช้'),
    text('since', 'เริ่มเมื่อ'),
    list('results', 'ผลที่เกิดขึ้น'),
    text('limits', 'ข้อจำกัด'),
    text('contactOffice', 'หน่วยงานติดต่อ'),
  ],
  events: ['held', 'reported', 'reviewed', 'withdrawn'],
  adoptedLabel: 'ข้อมูล ณ',
};
