import { type DocumentType, date, list, reference, table, text } from './document-type.ts';

const required = { isRequired: true };

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
    table('expected', 'ผลที่คาดว่าจะทราบ', {
      entry: 'ผลที่คาด',
      hint: 'ผลที่ยังไม่ทราบ บอกว่าคาดว่าจะได้อะไร และจะทราบเมื่อใด',
      isIncidental: true,
      columns: [
        text('what', 'ผลที่คาด', required),
        date('by', 'จะทราบภายใน'),
        text('when', 'จะทราบเมื่อ', { hint: 'เมื่อบอกเป็นวันที่ไม่ได้ เช่น เมื่อสำรวจป่ารอบถัดไปเสร็จ' }),
      ],
    }),
    text('limits', 'ข้อจำกัด'),
    table('adoptions', 'ผู้นำไปใช้', {
      entry: 'ผู้นำไปใช้',
      hint: 'ที่เจ้าของกรณีตัวอย่างทราบ พร้อมแหล่งอ้างอิง พื้นที่ที่นำไปใช้บันทึกในเอกสารของตนเองได้ด้วย',
      columns: [
        text('adopter', 'ใคร', required),
        reference('organisation', 'organisation', 'หน่วยงานในทะเบียน'),
        date('date', 'เมื่อ'),
        reference('work', 'clause', 'เอกสารหรือข้อที่ปรับใช้'),
        text('clauseWords', 'ข้อที่ปรับใช้ตามคำของแหล่ง', { hint: 'เมื่อเอกสารนั้นยังไม่อยู่ในทะเบียน' }),
        text('change', 'ปรับอะไรไป'),
      ],
      isIncidental: true,
    }),
    text('contactOffice', 'หน่วยงานติดต่อ'),
  ],
  events: ['held', 'reported', 'reviewed', 'withdrawn'],
  adoptedLabel: 'ข้อมูล ณ',
};
