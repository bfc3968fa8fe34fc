import type { ResultState } from '../domain/case-results.ts';
import type { SpanState } from '../domain/commitment-span.ts';
import type {
  Capacity,
  ChangeKind,
  Commitment,
  EvidenceLevel,
  Party,
  PartyRole,
  Provenance,
  Relation,
  Scope,
  TextRights,
} from '../domain/edition.ts';
import type { ValueState } from '../domain/fact.ts';
import type { NetworkGroup, NetworkKind, NetworkRole } from '../domain/network.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { PartyState } from '../domain/party-table.ts';
import type { Role } from '../domain/permission.ts';
import type { EventKind } from '../domain/timeline.ts';

/** Thai words for every closed list of the domain. A new member makes the type-checker ask for its word. */

export const valueStateLabels: Readonly<Record<ValueState, string>> = {
  given: 'ระบุ',
  not_stated: 'ไม่ได้ระบุในแหล่ง',
  unknown: 'ไม่ทราบ',
  none: 'ไม่มี',
  disputed: 'ข้อมูลขัดกัน',
};

/** What each value state means, for the legend under a table of facts. */
export const valueStateMeanings: Readonly<Record<ValueState, string>> = {
  given: 'แหล่งอ้างอิงระบุไว้',
  not_stated: 'แหล่งอ้างอิงไม่ได้กล่าวถึง',
  unknown: 'ค้นหาแล้วยังไม่มีใครทราบ',
  none: 'แหล่งอ้างอิงบอกว่าไม่มี',
  disputed: 'แหล่งอ้างอิงให้ข้อมูลไม่ตรงกัน จึงแสดงไว้คู่กัน',
};

export const evidenceLevelLabels: Readonly<Record<EvidenceLevel, string>> = {
  full_text: 'ตัวบทเต็ม',
  excerpt: 'ตัวบทบางส่วน',
  news_report: 'รายงานข่าวหรือหน้าโครงการ',
  mention: 'การกล่าวถึง',
};

export const provenanceLabels: Readonly<Record<Provenance, string>> = {
  documented: 'เอกสารจริง',
  model: 'แม่แบบ',
  test: 'ข้อมูลทดสอบ',
};

/** The banner of records that are not documented texts; null where none is needed. */
export const provenanceNotices: Readonly<Record<Provenance, string | null>> = {
  documented: null,
  model: 'ข้อความตัวอย่างที่ทะเบียนเขียนขึ้นให้นำไปปรับใช้ ไม่ใช่เอกสารของพื้นที่ใด',
  test: 'สร้างขึ้นเพื่อทดสอบระบบเท่านั้น ไม่ใช่เอกสารจริงและไม่ควรนำไปอ้างอิง',
};

export const textRightsLabels: Readonly<Record<TextRights, string>> = {
  own: 'ข้อความของทะเบียนเอง',
  permission: 'เผยแพร่ตัวบทโดยได้รับอนุญาต',
  public: 'ตัวบทที่เผยแพร่ได้โดยทั่วไป',
  none: 'ทะเบียนเรียบเรียงข้อเท็จจริงจากแหล่งอ้างอิงด้วยถ้อยคำของตนเอง ไม่ใช่ตัวบท',
};

export const changeKindLabels: Readonly<Record<ChangeKind, string>> = {
  first: 'ฉบับแรกในทะเบียน',
  substantive: 'แก้ไขเนื้อหา',
  correction: 'แก้ข้อผิดพลาด',
  editorial: 'ปรับถ้อยคำหรือรูปแบบ',
};

export const partyRoleLabels: Readonly<Record<PartyRole, string>> = {
  party: 'ภาคี',
  member: 'สมาชิกเครือข่าย',
  hub: 'ศูนย์จัดการเครือข่าย',
  funder: 'ผู้สนับสนุนงบประมาณ',
  academic_centre: 'ศูนย์สนับสนุนทางวิชาการ',
  national_agency: 'หน่วยงานส่วนกลาง',
  secretariat: 'ฝ่ายเลขานุการ',
  facilitator: 'ผู้หนุนเสริมกระบวนการ',
  owner: 'เจ้าของเรื่อง',
  supporter: 'ผู้สนับสนุน',
  monitor: 'ผู้ติดตามและสนับสนุน',
};

export const partyActionLabels: Readonly<Record<Party['actions'][number]['kind'], string>> = {
  sign: 'ลงนาม',
  join: 'เข้าร่วม',
  withdraw: 'ถอนตัว',
  succeed: 'รับช่วงต่อ',
};

export const networkKindLabels: Readonly<Record<NetworkKind, string>> = {
  network: 'เครือข่าย',
  programme: 'โครงการหรือแผนงาน',
};

export const networkRoleLabels: Readonly<Record<NetworkRole, string>> = {
  hub: 'ศูนย์จัดการเครือข่าย',
  member: 'สมาชิกเครือข่าย',
  party: 'ภาคี',
  national_agency: 'หน่วยงานส่วนกลาง',
  funder: 'ผู้สนับสนุนงบประมาณ',
  academic_centre: 'ศูนย์สนับสนุนทางวิชาการ',
  monitor: 'ผู้ติดตามและสนับสนุน',
  facilitator: 'ผู้หนุนเสริมกระบวนการ',
  secretariat: 'ฝ่ายเลขานุการ',
  supporter: 'ผู้สนับสนุน',
};

/** Roles that are counted together. */
export const networkRolesText = (roles: readonly NetworkRole[]): string =>
  roles.map((role) => networkRoleLabels[role]).join('รวมกับ');

export const groupKindLabels: Readonly<Record<NetworkGroup['kind'], string>> = {
  working_group: 'คณะทำงาน',
  steering: 'คณะกรรมการกำกับทิศทาง',
  secretariat: 'ฝ่ายเลขานุการ',
};

export const partyStateLabels: Readonly<Record<PartyState, string>> = {
  bound: 'เป็นภาคี',
  named: 'มีชื่อ ไม่ระบุว่าลงนาม',
  withdrawn: 'ถอนตัวแล้ว',
  succeeded: 'มีหน่วยงานรับช่วงแล้ว',
  undated: 'ไม่รู้ว่าเริ่มก่อนวันนั้นหรือไม่',
  not_yet: 'ยังไม่เป็นภาคีในวันนั้น',
};

export const capacityLabels: Readonly<Record<Capacity, string>> = {
  signatory: 'ผู้ลงนาม',
  witness: 'สักขีพยาน',
  presiding: 'ประธานในพิธี',
  speaker: 'ผู้กล่าวหรือวิทยากร',
  chair: 'ประธาน',
  attending: 'ผู้เข้าร่วม',
};

export const comparatorLabels: Readonly<Record<Commitment['comparator'], string>> = {
  at_least: 'ไม่น้อยกว่า',
  at_most: 'ไม่เกิน',
  exactly: 'เท่ากับ',
  more_than: 'มากกว่า',
};

export const commitmentScopeLabels: Readonly<Record<Commitment['scope'][number], string>> = {
  network: 'นับรวมทั้งเครือข่าย',
  each_party: 'นับแยกแต่ละภาคี',
  each_place: 'นับแยกแต่ละพื้นที่',
  national: 'นับทั้งประเทศ',
  event: 'นับเฉพาะในงาน',
};

export const commitmentPeriodLabels: Readonly<Record<NonNullable<Commitment['per']>, string>> = {
  be_year: 'ทุกปี พ.ศ.',
};

/** How a commitment stands. The register never says that one failed. */
export const spanStateLabels: Readonly<Record<SpanState, string>> = {
  no_data: 'ยังไม่มีข้อมูล',
  partial: 'มีหลักฐานบางส่วน',
  complete: 'ครบจำนวน',
  overdue: 'เลยกำหนด',
  differs: 'อ่านได้หลายทาง',
};

export const relationKindLabels: Readonly<Record<Relation['kind'], string>> = {
  implements: 'นำไปปฏิบัติตาม',
  derives_from: 'พัฒนามาจาก',
  amends: 'แก้ไข',
  replaces: 'ใช้แทน',
  supplements: 'เพิ่มเติม',
  cites: 'อ้างถึง',
  instance_of_template: 'เขียนตามแม่แบบ',
  feeds_into: 'ส่งต่อเข้าสู่',
  evidence_for: 'เป็นหลักฐานของ',
  adopts: 'รับมาใช้',
};

/** The same ties seen from the work that is pointed at. */
export const incomingRelationLabels: Readonly<Record<Relation['kind'], string>> = {
  implements: 'มีเอกสารที่นำไปปฏิบัติ',
  derives_from: 'เป็นต้นทางของ',
  amends: 'ถูกแก้ไขโดย',
  replaces: 'ถูกแทนที่โดย',
  supplements: 'มีส่วนเพิ่มเติมคือ',
  cites: 'ถูกอ้างถึงใน',
  instance_of_template: 'เป็นแม่แบบของ',
  feeds_into: 'รับเนื้อหามาจาก',
  evidence_for: 'มีหลักฐานคือ',
  adopts: 'ถูกนำไปใช้ใน',
};

/** What a case says of what came of it. */
export const resultStateLabels: Readonly<Record<ResultState, string>> = {
  stated: 'มีผลที่ระบุแล้ว',
  expected: 'ยังไม่ทราบ บอกผลที่คาดไว้',
  unstated: 'ยังไม่ได้บอกผล',
};

export const eventKindLabels: Readonly<Record<EventKind, string>> = {
  drafted: 'ยกร่าง',
  heard: 'รับฟังความเห็น',
  held: 'จัดเวทีหรือกิจกรรม',
  adopted: 'ประกาศใช้',
  signed: 'ลงนาม',
  joined: 'มีภาคีเข้าร่วม',
  reported: 'รายงานผล',
  reviewed: 'ทบทวน',
  renewed: 'ต่ออายุ',
  expired: 'สิ้นสุด',
  withdrawn: 'ถอนหรือยกเลิก',
  reinstated: 'นำกลับมาใช้',
  published_in_error: 'เผยแพร่โดยผิดพลาด',
};

export const scopeLabels: Readonly<Record<Scope, string>> = {
  village: 'หมู่บ้าน',
  tambon: 'ตำบล',
  tambons: 'หลายตำบล',
  community: 'ชุมชน',
  lao_area: 'เขต อปท.',
  city: 'เมือง',
  district: 'อำเภอ',
  province: 'จังหวัด',
  basin: 'ลุ่มน้ำ',
  group: 'กลุ่มประชากร',
  network: 'เครือข่าย',
  national: 'ทั้งประเทศ',
};

export const organisationKindLabels: Readonly<Record<OrganisationKind, string>> = {
  sao: 'องค์การบริหารส่วนตำบล (อบต.)',
  subdistrict_municipality: 'เทศบาลตำบล (ทต.)',
  town_municipality: 'เทศบาลเมือง (ทม.)',
  city_municipality: 'เทศบาลนคร (ทน.)',
  pao: 'องค์การบริหารส่วนจังหวัด (อบจ.)',
  agency: 'หน่วยงานของรัฐ',
  unit: 'หน่วยงานภายใน',
  fund: 'กองทุน',
  foundation: 'มูลนิธิ',
  institute: 'สถาบัน',
  centre: 'ศูนย์',
  group: 'กลุ่มหรือเครือข่าย',
};

export const roleLabels: Readonly<Record<Role, string>> = {
  editor: 'ผู้ร่าง',
  publisher: 'ผู้เผยแพร่',
  registrar: 'นายทะเบียน',
};
