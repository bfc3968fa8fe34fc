import type { PlanPhase } from '../domain/crisis-plan.ts';
import type { Indicator } from '../domain/indicator.ts';
import { choice, type DocumentType, date, quantity, reference, table, text } from './document-type.ts';

export const phaseLabels: Readonly<Record<PlanPhase, string>> = {
  before: 'ก่อนเกิดเหตุ',
  during: 'เมื่อเกิดเหตุ',
  after: 'หลังเกิดเหตุ',
};
export const aimLabels: Readonly<Record<NonNullable<Indicator['aim']>, string>> = {
  at_least: 'ไม่น้อยกว่า',
  at_most: 'ไม่เกิน',
};
const risks = { high: 'สูง', medium: 'กลาง', low: 'ต่ำ' };

const required = { isRequired: true };
const office = text('office', 'ผู้รับผิดชอบ', { hint: 'ตำแหน่งหรือหน่วยงาน ไม่ใส่ชื่อบุคคลและหมายเลขส่วนตัว' });

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
    table('hazards', 'ภัยที่ระบุ', {
      entry: 'ภัย',
      lineColumn: 'name',
      columns: [
        text('name', 'ภัย', required),
        text('watch', 'สัญญาณเฝ้าระวัง'),
        text('ready', 'สัญญาณเตรียมพร้อม'),
        text('act', 'สัญญาณลงมือ'),
        text('where', 'จุดเสี่ยง'),
        text('season', 'ช่วงเวลาที่มักเกิด'),
        choice('risk', 'ระดับความเสี่ยง', risks),
        text('approach', 'แนวทางลดความเสี่ยง'),
      ],
    }),
    text('responsibleOffice', 'หน่วยงานรับผิดชอบ'),
    quantity('villages', 'จำนวนหมู่บ้าน'),
    table('firstActions', 'สิ่งที่ต้องทำก่อน', {
      entry: 'สิ่งที่ต้องทำ',
      hint: 'เรียงตามลำดับที่ต้องทำ',
      lineColumn: 'action',
      columns: [
        text('action', 'สิ่งที่ต้องทำ', required),
        choice('phase', 'ช่วง', phaseLabels),
        text('hazard', 'ภัย', { hint: 'ชื่อภัยตามรายการด้านบน ไม่ต้องใส่เมื่อใช้กับทุกภัย' }),
        office,
        reference('provision', 'provision', 'อยู่ในข้อ'),
      ],
    }),
    table('resources', 'ทรัพยากรที่มี', {
      entry: 'ทรัพยากร',
      lineColumn: 'name',
      columns: [
        text('name', 'สิ่งที่มี', required),
        quantity('amount', 'จำนวน'),
        text('keptAt', 'เก็บไว้ที่'),
        text('holder', 'ผู้ดูแล', { hint: 'ตำแหน่งหรือหน่วยงาน' }),
      ],
    }),
    table('helpingNeighbours', 'พื้นที่ที่ช่วยเหลือกัน', {
      entry: 'พื้นที่หรือหน่วยงาน',
      lineColumn: 'name',
      columns: [
        text('name', 'ใคร', required),
        reference('organisation', 'organisation', 'หน่วยงานในทะเบียน'),
        text('sends', 'ช่วยอะไรได้'),
        text('reach', 'ติดต่ออย่างไร', { hint: 'หน่วยงานและช่องทางของหน่วยงาน ไม่ใส่หมายเลขส่วนตัว' }),
      ],
    }),
    text('drills', 'การฝึกซ้อม'),
    table('drillsHeld', 'การซ้อมที่ทำแล้ว', {
      entry: 'การซ้อม',
      columns: [
        text('name', 'ซ้อมเรื่อง', required),
        date('date', 'เมื่อวันที่'),
        text('finding', 'สิ่งที่พบ'),
        text('change', 'สิ่งที่แก้ไข'),
      ],
    }),
    quantity('budget', 'งบประมาณ'),
    table('budgetLines', 'โครงการและเงินในแผน', {
      entry: 'โครงการ',
      columns: [
        text('name', 'โครงการ', required),
        text('hazard', 'ภัย'),
        office,
        quantity('budget', 'เงิน'),
        text('funder', 'แหล่งเงิน'),
      ],
    }),
    table('indicators', 'ตัวชี้วัด', {
      entry: 'ตัวชี้วัด',
      lineColumn: 'name',
      columns: [
        text('name', 'ตัวชี้วัด', required),
        text('definition', 'วัดอย่างไร'),
        quantity('baseline', 'ค่าตั้งต้น'),
        choice('aim', 'เป้าหมายแบบ', aimLabels),
        quantity('target', 'เป้าหมาย'),
        table('measurements', 'ผลที่วัดได้', {
          entry: 'ผลที่วัด',
          columns: [quantity('value', 'ค่าที่วัดได้', required), date('date', 'เมื่อวันที่'), text('note', 'หมายเหตุ')],
        }),
      ],
    }),
    text('reviewCycle', 'รอบการทบทวน'),
    quantity('reviewEvery', 'ทบทวนทุก', { hint: 'จำนวนกับหน่วย ปี หรือ เดือน ทะเบียนใช้คำนวณวันทบทวนครั้งถัดไป' }),
  ],
  events: ['drafted', 'heard', 'held', 'adopted', 'reported', 'reviewed', 'renewed', 'expired', 'withdrawn'],
  adoptedLabel: 'เริ่มใช้แผน',
};
