import type { Attachment } from '../domain/attachment.ts';
import type { Claim, Commitment, Manifest, Mention, Party, Relation, Source } from '../domain/edition.ts';

type Words<T> = Readonly<Record<keyof T & string, string>>;

/** What each key of a manifest says, for the data dictionary. A new key makes the type-checker ask for its words. */
export const manifestFieldWords: Words<Required<Manifest>> = {
  format: 'รุ่นของรูปแบบ เป็น 1',
  type: 'ประเภทเอกสาร',
  slug: 'ชื่อของเอกสารในที่อยู่',
  edition: 'ลำดับของฉบับในทะเบียน เริ่มจาก 1',
  title: 'ชื่อเรื่อง',
  titleEn: 'ชื่อภาษาอังกฤษ เมื่อมี',
  aliases: 'ชื่ออื่นที่ใช้เรียก',
  provenance: 'ที่มาของระเบียน เอกสารจริง แม่แบบ หรือข้อมูลทดสอบ',
  subtype: 'ชนิดย่อยของเอกสาร',
  label: 'ฉบับตามที่พิมพ์ เช่น ฉบับที่ 6 พ.ศ. 2560',
  changeKind: 'ฉบับนี้ต่างจากฉบับก่อนแบบใด',
  changeNote: 'คำบอกว่าเปลี่ยนอะไร',
  summary: 'สรุปเป็นภาษาง่ายของทะเบียน',
  legalNature: 'ลักษณะของเอกสาร ธรรมนูญเป็นข้อตกลงร่วม ไม่ใช่กฎหมาย',
  evidenceLevel: 'ทะเบียนเห็นตัวบทเพียงใด',
  textRights: 'เนื้อความในทะเบียนเป็นของใครหรือเผยแพร่ด้วยสิทธิใด',
  scope: 'ขอบเขตของเรื่อง',
  scopeNote: 'หมายเหตุของขอบเขต',
  places: 'รหัสพื้นที่ที่แหล่งระบุชัด',
  possiblePlaces: 'พื้นที่ที่เป็นไปได้ เมื่อแหล่งไม่บอกว่าที่ใดในหลายที่',
  placeNote: 'หมายเหตุของพื้นที่',
  adopted: 'วันที่ประกาศใช้ ลงนาม หรือเริ่ม ตามประเภท',
  effective: 'วันที่มีผล',
  reviewDue: 'กำหนดทบทวน',
  topics: 'ประเด็น เป็น scheme/term',
  facts: 'ข้อเท็จจริงของประเภทนั้น ดูตารางของแต่ละประเภท',
  parties: 'ภาคีของข้อตกลง',
  people: 'บุคคลที่ปรากฏในตำแหน่งหน้าที่ ชื่อ ตำแหน่ง และฐานะ ไม่มีอย่างอื่น',
  claims: 'จำนวนที่แหล่งอ้าง แยกจากที่ทะเบียนนับ',
  commitments: 'เป้าหมายที่นับได้',
  relations: 'ความเชื่อมโยงกับเอกสารอื่น',
  sources: 'แหล่งอ้างอิง',
  attachments: 'เอกสารแนบ ไม่มีช่องนี้เมื่อไม่มีเอกสารแนบ',
  body: 'เนื้อความเป็น Markdown',
};

/** What the keys of the lists in a manifest say. */
export const listFieldWords: {
  readonly parties: Words<Party>;
  readonly people: Words<Mention>;
  readonly claims: Words<Claim>;
  readonly commitments: Words<Commitment>;
  readonly relations: Words<Relation>;
  readonly sources: Words<Source>;
  readonly attachments: Words<Attachment>;
} = {
  parties: {
    organisation: 'ชื่อในที่อยู่ของหน่วยงาน',
    role: 'บทบาท',
    note: 'หมายเหตุ',
    actions: 'สิ่งที่ทำพร้อมวันที่ ลงนาม เข้าร่วม ถอนตัว รับช่วง',
    sources: 'รหัสแหล่งอ้างอิง',
  },
  people: {
    name: 'ชื่อ ว่างเมื่อแหล่งบอกเพียงตำแหน่ง',
    office: 'ตำแหน่ง',
    organisation: 'หน่วยงาน',
    capacity: 'ฐานะในเอกสาร',
    sources: 'รหัสแหล่งอ้างอิง',
  },
  claims: {
    property: 'สิ่งที่อ้าง',
    value: 'ค่าที่อ้าง',
    unit: 'หน่วย',
    textAsWritten: 'ถ้อยคำของแหล่ง',
    roles: 'บทบาทที่นับเทียบ',
    note: 'หมายเหตุ',
    sources: 'รหัสแหล่งอ้างอิง',
  },
  commitments: {
    id: 'รหัสในเอกสาร',
    metric: 'สิ่งที่นับ',
    comparator: 'เทียบอย่างไร',
    value: 'ค่าเป้าหมาย',
    unit: 'หน่วย',
    scope: 'ขอบเขตการนับ หลายค่าเมื่ออ่านได้หลายทาง',
    per: 'นับใหม่ทุกปี พ.ศ. หรือไม่',
    due: 'กำหนด',
    period: 'ช่วงเวลาตามถ้อยคำ',
    domain: 'ด้าน',
    provision: 'ข้อที่ระบุ',
    textAsWritten: 'ถ้อยคำที่อ่านเป็นพันธสัญญา',
    sources: 'รหัสแหล่งอ้างอิง',
  },
  relations: {
    kind: 'ชนิดความเชื่อมโยง',
    target: 'เอกสารหรือข้อที่ชี้ถึง type/slug หรือ type/slug#eid',
    note: 'หมายเหตุ',
  },
  sources: {
    id: 'รหัสที่ข้อเท็จจริงใช้ชี้',
    title: 'ชื่อแหล่ง',
    publisher: 'ผู้เผยแพร่',
    url: 'ที่อยู่เว็บ',
    published: 'วันที่แหล่งเผยแพร่',
    retrieved: 'วันที่ทะเบียนเปิดอ่าน',
    evidenceLevel: 'ระดับหลักฐานของแหล่งนี้',
    note: 'หมายเหตุ',
  },
  attachments: {
    sha256: 'SHA-256 ของแฟ้ม',
    name: 'ชื่อแฟ้ม',
    title: 'ชื่อเอกสารแนบ',
    kind: 'ชนิดเอกสารแนบ',
    mediaType: 'ชนิดแฟ้ม',
    bytes: 'ขนาดเป็นไบต์',
    pageCount: 'จำนวนหน้า เมื่อนับได้',
    pages: 'ข้อใดอยู่หน้าใด',
    textEquivalent: 'ข้อความที่บอกสิ่งเดียวกันสำหรับผู้ที่อ่านแฟ้มไม่ได้',
  },
};
