import {
  choices,
  type DocumentType,
  date,
  type Field,
  list,
  quantity,
  reference,
  table,
  text,
} from './document-type.ts';
import { schemes } from './schemes.ts';

/** As the form writes them; its third one reads “Hybridge” there. */
const formats = { online: 'Online', onsite: 'Onsite', hybrid: 'Hybrid' };

/** The 20 types of activity of the form, in its order. */
const activityTypes = Object.fromEntries(
  schemes.find(({ slug }) => slug === 'activity-types')?.terms.map(({ slug, label }) => [slug, label]) ?? [],
);

const required = { isRequired: true };

/** What a project owes to those who follow it up (seed 000), and what they saw. */
const monitoring: readonly Field[] = [
  table('reports', 'งวดรายงาน', {
    entry: 'งวด',
    hint: 'ส่งทันหรือล่าช้า ทะเบียนคำนวณจากวันที่ ไม่ต้องกรอก',
    columns: [
      text('name', 'งวด', required),
      date('due', 'กำหนดส่ง'),
      date('submitted', 'ส่งเมื่อ', { hint: 'ยังไม่ส่งให้เว้นว่าง' }),
      text('lateReason', 'เหตุที่ล่าช้า'),
      text('support', 'การช่วยเหลือที่ให้'),
    ],
    isIncidental: true,
  }),
  table('visits', 'การเยี่ยมติดตาม', {
    entry: 'ครั้ง',
    columns: [
      date('date', 'เมื่อวันที่', required),
      reference('organisation', 'organisation', 'โดยหน่วยงาน'),
      text('office', 'โดยตำแหน่ง', { hint: 'ตำแหน่งหรือหน่วยงานที่ไม่มีในทะเบียน ไม่ใส่ชื่อบุคคล' }),
      text('seen', 'สิ่งที่พบ'),
      text('risk', 'ความเสี่ยงที่เห็น'),
      text('support', 'การช่วยเหลือที่ให้'),
    ],
    isIncidental: true,
  }),
];

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
    table('targetGroups', 'กลุ่มเป้าหมาย', {
      entry: 'กลุ่ม',
      lineColumn: 'label',
      columns: [
        text('label', 'กลุ่มเป้าหมาย', required),
        quantity('planned', 'จำนวนที่วางไว้'),
        quantity('attended', 'จำนวนที่เข้าร่วม'),
      ],
    }),
    quantity('targetPlanned', 'จำนวนกลุ่มเป้าหมายทั้งหมดที่วางไว้'),
    quantity('targetAttended', 'จำนวนกลุ่มเป้าหมายทั้งหมดที่เข้าร่วม'),
    text('rationale', 'ความสำคัญและหลักการ'),
    choices('formats', 'รูปแบบการจัดกิจกรรม', formats),
    choices('activityTypes', 'ประเภทของกิจกรรม', activityTypes),
    table('areas', 'พื้นที่ดำเนินการ', {
      entry: 'พื้นที่',
      lineColumn: 'province',
      columns: [
        text('province', 'จังหวัด', required),
        text('district', 'อำเภอ'),
        text('tambon', 'ตำบล'),
        text('character', 'ลักษณะพื้นที่'),
      ],
    }),
    text('areaCharacter', 'ลักษณะพื้นที่โดยรวม'),
    quantity('budget', 'งบประมาณ'),
    text('funder', 'แหล่งงบประมาณ'),
    list('years', 'การดำเนินงานรายปี'),
    ...monitoring,
    text('results', 'ผลการดำเนินงาน'),
    date('enteredAt', 'วันที่เข้าสู่ระบบต้นทาง'),
  ],
  events: ['held', 'reported', 'reviewed', 'expired', 'withdrawn'],
  adoptedLabel: 'เริ่มโครงการ',
};
