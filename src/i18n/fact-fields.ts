import { legalNatures } from '../domain/edition.ts';
import { valueStates } from '../domain/fact.ts';
import {
  capacityLabels,
  commitmentPeriodLabels,
  commitmentScopeLabels,
  comparatorLabels,
  evidenceLevelLabels,
  partyActionLabels,
  partyRoleLabels,
  provenanceLabels,
  relationKindLabels,
  scopeLabels,
  textRightsLabels,
  valueStateLabels,
} from './labels.ts';
import { legalNatureTexts } from './legal-natures.ts';

export type FactFieldText = {
  readonly label: string;
  readonly hint?: string;
  /** Of a list: what one entry is called. */
  readonly entry?: string;
};

const note: FactFieldText = { label: 'หมายเหตุ' };
const sources: FactFieldText = { label: 'มาจากแหล่งอ้างอิง' };
const organisation: FactFieldText = {
  label: 'หน่วยงาน',
  hint: 'พิมพ์ชื่อเต็ม ชื่อย่อ หรือบางส่วนของชื่อ แล้วกดค้นหา',
};

/** The fields of the forms of facts, by their path without the positions in lists; a test asks for each. */
export const factFieldTexts: Readonly<Record<string, FactFieldText>> = {
  title: { label: 'ชื่อเอกสาร', hint: 'ชื่อเต็มตามที่พิมพ์บนเอกสาร' },
  titleEn: { label: 'ชื่อภาษาอังกฤษ' },
  aliases: { label: 'ชื่ออื่นที่ใช้เรียก', hint: 'บรรทัดละหนึ่งชื่อ' },
  subtype: { label: 'ชนิด' },
  legalNature: { label: 'ลักษณะของเอกสาร', hint: 'ผู้อ่านจะเห็นว่าเอกสารนี้เป็นกฎหมายหรือไม่' },
  label: { label: 'ฉบับตามที่พิมพ์', hint: 'เช่น ฉบับที่ 6 พ.ศ. 2560 หากเอกสารไม่ได้พิมพ์ไว้ ไม่ต้องใส่' },
  evidenceLevel: { label: 'ระดับหลักฐาน', hint: 'ทะเบียนรู้จักเอกสารนี้จากอะไร' },
  textRights: { label: 'สิทธิ์ในตัวบท' },
  provenance: { label: 'ที่มาของรายการ' },
  places: { label: 'พื้นที่ของเอกสาร', hint: 'พิมพ์ต้นชื่อตำบล อำเภอ หรือจังหวัด หรือรหัสพื้นที่' },
  possiblePlaces: { label: 'พื้นที่ที่อาจเป็นได้', hint: 'แหล่งอ้างอิงหมายถึงแห่งหนึ่งในนี้ แต่ไม่บอกว่าแห่งใด' },
  placeNote: { label: 'หมายเหตุเรื่องพื้นที่' },
  scope: { label: 'ขอบเขต' },
  scopeNote: { label: 'หมายเหตุเรื่องขอบเขต' },
  adopted: { label: 'วันที่ประกาศใช้หรือลงนาม', hint: 'ตามที่เขียนในเอกสาร เช่น ๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐' },
  effective: { label: 'วันที่เริ่มมีผล', hint: 'ใส่เมื่อเอกสารบอกไว้ต่างจากวันที่ประกาศใช้' },
  reviewDue: { label: 'กำหนดทบทวน' },
  sources: { label: 'แหล่งอ้างอิง', entry: 'แหล่งอ้างอิง' },
  'sources.id': { label: 'รหัสแหล่ง' },
  'sources.title': { label: 'ชื่อเรื่อง', hint: 'หากไม่ใส่ จะใช้ลิงก์แทน' },
  'sources.publisher': { label: 'ผู้เผยแพร่', hint: 'หน่วยงาน สำนักข่าว หรือเว็บไซต์' },
  'sources.url': { label: 'ลิงก์', hint: 'ขึ้นต้นด้วย https:// หรือ http://' },
  'sources.published': { label: 'วันที่เผยแพร่' },
  'sources.retrieved': { label: 'วันที่เปิดอ่าน', hint: 'เช่น 22 พฤศจิกายน 2569' },
  'sources.evidenceLevel': { label: 'ระดับหลักฐานของแหล่งนี้' },
  'sources.note': note,
  parties: { label: 'ภาคีและหน่วยงาน', entry: 'ภาคี' },
  'parties.organisation': organisation,
  'parties.role': { label: 'บทบาท' },
  'parties.actions': { label: 'การลงนาม เข้าร่วม และถอนตัว', entry: 'เหตุการณ์' },
  'parties.actions.kind': { label: 'ทำอะไร' },
  'parties.actions.date': { label: 'เมื่อวันที่', hint: 'ตามที่เขียนในเอกสาร' },
  'parties.note': note,
  'parties.sources': sources,
  people: { label: 'ผู้ลงนามและผู้เกี่ยวข้อง', entry: 'บุคคล' },
  'people.name': { label: 'ชื่อ', hint: 'เว้นว่างได้ ถ้าแหล่งอ้างอิงบอกเพียงตำแหน่ง' },
  'people.office': { label: 'ตำแหน่ง' },
  'people.organisation': organisation,
  'people.capacity': { label: 'ฐานะในเอกสาร' },
  'people.sources': sources,
  commitments: { label: 'พันธสัญญา', entry: 'พันธสัญญา' },
  'commitments.id': { label: 'รหัสพันธสัญญา' },
  'commitments.textAsWritten': {
    label: 'ถ้อยคำตามเอกสาร',
    hint: 'คัดเฉพาะส่วนที่บอกจำนวน ผู้อ่านจะเห็นถ้อยคำนี้คู่กับจำนวนที่นับได้',
  },
  'commitments.metric': { label: 'นับอะไร', hint: 'เช่น นวัตกรรมดูแลสุขภาพในภาวะวิกฤต' },
  'commitments.comparator': { label: 'เทียบอย่างไร' },
  'commitments.value': { label: 'จำนวน' },
  'commitments.unit': { label: 'หน่วย', hint: 'เช่น เรื่อง รูปแบบ แห่ง' },
  'commitments.scope': { label: 'วิธีนับ', hint: 'เลือกมากกว่าหนึ่งแบบ เมื่อเอกสารอ่านได้หลายแบบ' },
  'commitments.per': { label: 'นับใหม่ทุกรอบ' },
  'commitments.due': { label: 'กำหนดแล้วเสร็จ' },
  'commitments.period': { label: 'ช่วงเวลาตามเอกสาร' },
  'commitments.domain': { label: 'ด้าน' },
  'commitments.provision': { label: 'ระบุไว้ในข้อใด' },
  'commitments.sources': sources,
  claims: { label: 'ข้ออ้างจากแหล่งข่าว', entry: 'ข้ออ้าง' },
  'claims.textAsWritten': { label: 'ถ้อยคำตามแหล่งข่าว', hint: 'เช่น 54 อปท.' },
  'claims.property': {
    label: 'อ้างถึงอะไร',
    hint: 'เช่น จำนวนภาคี ข้ออ้างเรื่องเดียวกันจากหลายแหล่งใช้คำเดียวกัน จะได้เทียบกันได้',
  },
  'claims.value': { label: 'จำนวน' },
  'claims.unit': { label: 'หน่วย' },
  'claims.roles': { label: 'นับเทียบกับภาคีในบทบาท', hint: 'ผู้อ่านจะเห็นว่าระบุชื่อแล้วกี่แห่งจากจำนวนนี้' },
  'claims.note': note,
  'claims.sources': sources,
  topics: { label: 'หัวข้อ' },
  facts: { label: 'ข้อเท็จจริงตามประเภทเอกสาร' },
  'facts.amount': { label: 'จำนวน' },
  'facts.unit': { label: 'หน่วย' },
  'facts.textAsWritten': { label: 'ถ้อยคำตามแหล่ง', hint: 'เมื่อแหล่งเขียนไว้ต่างจากตัวเลข' },
  relations: { label: 'เอกสารที่เกี่ยวข้อง', entry: 'เอกสาร' },
  'relations.kind': { label: 'เอกสารนี้' },
  'relations.target': { label: 'เอกสารอีกฉบับ', hint: 'พิมพ์ชื่อหรือบางส่วนของชื่อ แล้วกดค้นหา' },
  'relations.note': note,
};

/** The words for the options of a choice, by the path of its field. Other choices bring their own labels. */
export const factOptionTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  legalNature: Object.fromEntries(legalNatures.map((one) => [one, legalNatureTexts[one].label])),
  evidenceLevel: evidenceLevelLabels,
  textRights: textRightsLabels,
  provenance: provenanceLabels,
  scope: scopeLabels,
  'sources.evidenceLevel': evidenceLevelLabels,
  'parties.role': partyRoleLabels,
  'parties.actions.kind': partyActionLabels,
  'people.capacity': capacityLabels,
  'commitments.comparator': comparatorLabels,
  'commitments.scope': commitmentScopeLabels,
  'commitments.per': commitmentPeriodLabels,
  'claims.property': {
    parties: 'จำนวนภาคี',
    signatories: 'จำนวนผู้ลงนาม',
    places: 'จำนวนพื้นที่',
    targetedPlaces: 'จำนวนพื้นที่เป้าหมาย',
    attendance: 'จำนวนผู้เข้าร่วม',
  },
  'claims.roles': partyRoleLabels,
  'relations.kind': relationKindLabels,
};

/** The states of a fact in the order of a list, with what a fact that nobody has looked at yet is called. */
export const factStateOptions: readonly { readonly value: string; readonly label: string }[] =
  valueStates.map((value) => ({ value, label: valueStateLabels[value] }));
export const factUntouched = 'ยังไม่ได้ตรวจ';
