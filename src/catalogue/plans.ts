import { type DocumentType, list, quantity, text } from './document-type.ts';

export const plans: DocumentType = {
  type: 'plans',
  label: 'แผนปฏิบัติการ',
  listLabel: 'แผนปฏิบัติการ',
  explanation: 'แผนที่พื้นที่ใช้รู้ รับ และปรับตัวกับภัย บอกว่าใครทำอะไรก่อน ระหว่าง และหลังเกิดเหตุ',
  subtypes: {
    resilience_plan: 'แผนปฏิบัติการรู้รับปรับตัว',
    disaster_plan: 'แผนป้องกันและบรรเทาสาธารณภัย (ปภ.)',
  },
  legalNatures: ['plan'],
  fields: [
    text('term', 'ช่วงเวลาของแผน'),
    list('hazards', 'ภัยที่ระบุ'),
    text('responsibleOffice', 'หน่วยงานรับผิดชอบ'),
    quantity('villages', 'จำนวนหมู่บ้าน'),
    list('firstActions', 'สิ่งที่ต้องทำก่อน'),
    list('resources', 'ทรัพยากรที่มี'),
    list('helpingNeighbours', 'พื้นที่ที่ช่วยเหลือกัน'),
    text('drills', 'การฝึกซ้อม'),
    quantity('budget', 'งบประมาณ'),
    list('indicators', 'ตัวชี้วัด'),
    text('reviewCycle', 'รอบการทบทวน'),
  ],
  events: ['drafted', 'heard', 'held', 'adopted', 'reported', 'reviewed', 'renewed', 'expired', 'withdrawn'],
  adoptedLabel: 'เริ่มใช้แผน',
};
