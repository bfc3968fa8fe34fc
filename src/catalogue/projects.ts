import { type DocumentType, date, list, quantity, text } from './document-type.ts';

/** The nine headings of the project form of the happynetwork.org system (seed 004). */
export const projects: DocumentType = {
  type: 'projects',
  label: 'โครงการ',
  listLabel: 'โครงการ',
  explanation: 'โครงการที่นำข้อตกลงของพื้นที่หรือเครือข่ายไปลงมือทำ',
  subtypes: { community_project: 'โครงการของภาคประชาชนหรือท้องถิ่น' },
  legalNatures: ['informational'],
  fields: [
    text('owner', 'องค์กรที่รับผิดชอบ'),
    list('alignedGoals', 'เป้าประสงค์ที่สอดคล้องกับประเด็นขับเคลื่อน'),
    list('goals', 'เป้าประสงค์เฉพาะ'),
    list('targetGroups', 'กลุ่มเป้าหมาย'),
    quantity('targetPlanned', 'จำนวนกลุ่มเป้าหมายที่วางไว้'),
    quantity('targetAttended', 'จำนวนกลุ่มเป้าหมายที่เข้าร่วม'),
    text('rationale', 'ความสำคัญและหลักการ'),
    list('formats', 'รูปแบบการจัดกิจกรรม'),
    list('activityTypes', 'ประเภทของกิจกรรม'),
    list('areas', 'พื้นที่ดำเนินการ'),
    text('areaCharacter', 'ลักษณะพื้นที่'),
    quantity('budget', 'งบประมาณ'),
    text('funder', 'แหล่งงบประมาณ'),
    list('years', 'การดำเนินงานรายปี'),
    text('results', 'ผลการดำเนินงาน'),
    date('enteredAt', 'วันที่เข้าสู่ระบบต้นทาง'),
  ],
  events: ['held', 'reported', 'reviewed', 'expired', 'withdrawn'],
  adoptedLabel: 'เริ่มโครงการ',
};
