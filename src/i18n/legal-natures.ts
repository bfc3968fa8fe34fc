import type { LegalNature } from '../domain/edition.ts';

export type LegalNatureText = {
  readonly label: string;
  /** The standing notice on the first screen of every edition. */
  readonly notice: string;
  readonly explanation: string;
};

/** A charter is never presented as law. Source of the wording: National Health Commission Office on area charters. */
export const legalNatureTexts: Readonly<Record<LegalNature, LegalNatureText>> = {
  social_agreement: {
    label: 'ข้อตกลงร่วมของชุมชน',
    notice: 'ข้อตกลงร่วมของชุมชน ไม่ใช่กฎหมาย',
    explanation: 'คนในพื้นที่ตกลงกันเองและถือปฏิบัติด้วยความสมัครใจ',
  },
  mou: {
    label: 'บันทึกข้อตกลงความร่วมมือ',
    notice: 'ข้อตกลงความร่วมมือ ไม่ใช่กฎหมาย',
    explanation: 'หน่วยงานที่ลงนามตกลงกันว่าจะทำงานร่วมกัน',
  },
  declaration: {
    label: 'ปฏิญญาหรือประกาศเจตนารมณ์',
    notice: 'คำประกาศร่วมกัน ไม่ใช่กฎหมาย',
    explanation: 'ผู้ประกาศแสดงความตั้งใจร่วมกันต่อสาธารณะ',
  },
  plan: {
    label: 'แผนปฏิบัติการ',
    notice: 'แผนปฏิบัติการ ไม่ใช่กฎหมาย',
    explanation: 'บอกว่าใครจะทำอะไร เมื่อใด และอย่างไร',
  },
  ordinance: {
    label: 'ข้อบัญญัติท้องถิ่น',
    notice: 'ข้อบัญญัติท้องถิ่น เป็นกฎของท้องถิ่น',
    explanation: 'โปรดใช้ฉบับที่ท้องถิ่นประกาศอย่างเป็นทางการ',
  },
  informational: {
    label: 'ข้อมูลเพื่อการเรียนรู้',
    notice: 'ข้อมูลเพื่อการเรียนรู้ ไม่ใช่กฎหมาย',
    explanation: 'บันทึกสิ่งที่พื้นที่ทำ เพื่อให้พื้นที่อื่นนำไปปรับใช้',
  },
};
