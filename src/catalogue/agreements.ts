import { type DocumentType, list, quantity, text } from './document-type.ts';

export const agreements: DocumentType = {
  type: 'agreements',
  label: 'ข้อตกลงเครือข่าย',
  listLabel: 'ข้อตกลงเครือข่าย',
  explanation: 'บันทึกข้อตกลงความร่วมมือ (MOU) และปฏิญญาที่หลายหน่วยงานลงนามร่วมกัน',
  subtypes: {
    network_mou: 'บันทึกข้อตกลงความร่วมมือของเครือข่าย',
    agency_mou: 'บันทึกข้อตกลงความร่วมมือระหว่างหน่วยงาน',
    declaration: 'ปฏิญญาหรือประกาศเจตนารมณ์',
  },
  legalNatures: ['mou', 'declaration'],
  fields: [
    text('programme', 'โครงการหรือแผนงาน'),
    list('purposes', 'วัตถุประสงค์'),
    text('venue', 'สถานที่ลงนาม'),
    text('event', 'งานที่จัดพิธีลงนาม'),
    quantity('attendance', 'จำนวนผู้เข้าร่วมพิธี'),
    list('strategies', 'ยุทธศาสตร์'),
    list('jointActions', 'เป้าหมายที่จะดำเนินการร่วมกัน'),
    list('goals', 'การเปลี่ยนแปลงที่มุ่งหวัง'),
    list('hubDuties', 'บทบาทของศูนย์จัดการเครือข่าย'),
    list('memberDuties', 'บทบาทของ อปท. เครือข่าย'),
    list('dataSystems', 'ระบบข้อมูลที่ใช้'),
    list('schemes', 'ชุดนโยบายหรือชุดกิจกรรมที่อ้างถึง'),
    text('duration', 'ระยะเวลาของข้อตกลง'),
    text('amendment', 'การแก้ไขและการยกเลิก'),
  ],
  events: ['drafted', 'held', 'signed', 'joined', 'reported', 'reviewed', 'renewed', 'expired', 'withdrawn'],
  adoptedLabel: 'ลงนาม',
};
