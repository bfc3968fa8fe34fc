import { isRole } from '../domain/permission.ts';
import { type EventKind, eventKinds } from '../domain/timeline.ts';
import { eventKindLabels, roleLabels } from './labels.ts';

type Details = Readonly<Record<string, unknown>>;
type Sentence = string | ((details: Details) => string);

const said = (details: Details, name: string): string => {
  const value = details[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const roleIn = (details: Details): string => {
  const role = said(details, 'role');
  return isRole(role) ? roleLabels[role] : role;
};
const eventIn = (details: Details): string => {
  const kind = said(details, 'kind');
  return eventKinds.some((one) => one === kind) ? eventKindLabels[kind as EventKind] : kind;
};
const homeIn = (details: Details): string =>
  said(details, 'homeName') || said(details, 'organisation') || 'ทะเบียนกลาง';
const roleAtHome = (details: Details): string => `${roleIn(details)} (${homeIn(details)})`;

/** What each deed of the audit trail is called: after who did it and before what it was done to. */
const sentences: Readonly<Record<string, Sentence>> = {
  'archive.imported': (details) => `นำเข้าคลังเอกสาร ${said(details, 'editions')} ฉบับ`,
  'register.generated': 'สร้างข้อมูลทดสอบ',
  'work.opened': 'เริ่มเอกสารใหม่',
  'draft.opened': 'เปิดร่างใหม่',
  'draft.saved': 'บันทึกร่าง',
  'draft.merged': 'รวมข้อความสองชุดในร่าง',
  'draft.restored': 'คืนร่างเป็นข้อความก่อนหน้า',
  'draft.imported': 'นำข้อความเข้าร่าง',
  'draft.discarded': 'ลบร่าง',
  'draft.submitted': 'ส่งร่างให้ตรวจ',
  'draft.returned': 'ส่งร่างกลับให้แก้',
  'draft.approved': 'เห็นชอบร่าง',
  'draft.scheduled': 'ตั้งเวลาเผยแพร่',
  'draft.unscheduled': 'ยกเลิกเวลาเผยแพร่',
  'remark.made': 'เขียนข้อสังเกต',
  'remark.answered': 'ตอบข้อสังเกต',
  'remark.resolved': 'ปิดข้อสังเกต',
  'remark.reopened': 'เปิดข้อสังเกตอีกครั้ง',
  'edition.published': (details) => `เผยแพร่ฉบับลำดับที่ ${said(details, 'number')}`,
  'edition.published_in_error': (details) => `แจ้งว่าเผยแพร่ฉบับลำดับที่ ${said(details, 'number')} ผิดพลาด`,
  'work.withdrawn': 'ถอนเอกสาร',
  'work.reinstated': 'นำเอกสารกลับมาใช้',
  'event.recorded': (details) => `บันทึกเหตุการณ์ ${eventIn(details)}`.trim(),
  'edition.taken_out': (details) => `นำฉบับลำดับที่ ${said(details, 'number')} ที่เผยแพร่ผิดพลาดออก`,
  'evidence.submitted': (details) => `ยื่นหลักฐานผลงานรายการที่ ${said(details, 'submission')}`,
  'evidence.corrected': (details) => `แก้หลักฐานผลงานรายการที่ ${said(details, 'submission')}`,
  'evidence.accepted': (details) => `รับหลักฐานผลงานรายการที่ ${said(details, 'submission')}`,
  'evidence.returned': (details) => `ส่งคืนหลักฐานผลงานรายการที่ ${said(details, 'submission')}`,
  'evidence.reversed': (details) => `ยกเลิกผลพิจารณาหลักฐานผลงานรายการที่ ${said(details, 'submission')}`,
  'accession.submitted': (details) => `แสดงตนเป็นภาคี รายการที่ ${said(details, 'submission')}`,
  'accession.corrected': (details) => `แก้การแสดงตนเป็นภาคี รายการที่ ${said(details, 'submission')}`,
  'accession.accepted': (details) => `ยืนยันภาคี รายการที่ ${said(details, 'submission')}`,
  'accession.returned': (details) => `ส่งคืนการแสดงตนเป็นภาคี รายการที่ ${said(details, 'submission')}`,
  'accession.reversed': (details) => `ยกเลิกผลพิจารณาการเป็นภาคี รายการที่ ${said(details, 'submission')}`,
  'assessment.recorded': (details) => `บันทึกผลประเมินของ ${said(details, 'assessor')}`,
  'assessment.retracted': (details) => `ถอนผลประเมินของ ${said(details, 'assessor')}`,
  'attachment.added': 'แนบไฟล์',
  'attachment.described': 'แก้คำอธิบายของไฟล์แนบ',
  'attachment.moved': 'เปลี่ยนลำดับไฟล์แนบ',
  'attachment.removed': 'เอาไฟล์แนบออก',
  'session.opened': 'เข้าสู่ระบบ',
  'session.ended': 'สิ้นสุดการเข้าสู่ระบบในเครื่องหนึ่ง',
  'session.others_ended': 'ออกจากระบบในเครื่องอื่นทั้งหมด',
  'password.changed': 'เปลี่ยนรหัสผ่าน',
  'password.reset': 'ตั้งรหัสผ่านใหม่ด้วยลิงก์',
  'password.reset_offered': 'สร้างลิงก์ตั้งรหัสผ่านใหม่ให้',
  'second_factor.on': 'เปิดการยืนยันสองขั้น',
  'second_factor.off': 'ปิดการยืนยันสองขั้น',
  'recovery_code.spent': (details) => `ใช้รหัสกู้คืน เหลือ ${said(details, 'recoveryLeft')} รหัส`,
  'user.added': (details) => `เพิ่มผู้ใช้เป็น${roleAtHome(details)}`,
  'user.invited': (details) => `สร้างลิงก์เชิญ${roleAtHome(details)} ${said(details, 'note')}`.trim(),
  'user.joined': (details) => `ตั้งบัญชีจากลิงก์เชิญ เป็น${roleAtHome(details)}`,
  'user.disabled': 'ปิดบัญชี',
  'user.enabled': 'เปิดบัญชีอีกครั้ง',
  'link.revoked': 'ยกเลิกลิงก์',
  'role.added': (details) => `ให้สิทธิ์${roleAtHome(details)}`,
  'role.removed': (details) => `ถอนสิทธิ์${roleAtHome(details)}`,
  'organisation.added': 'เพิ่มหน่วยงาน',
  'organisation.edited': 'แก้ข้อมูลหน่วยงาน',
  'organisation.four_eyes_on': 'กำหนดให้ผู้เผยแพร่เป็นคนละคนกับผู้แก้ร่าง',
  'organisation.four_eyes_off': 'ยอมให้ผู้แก้ร่างเผยแพร่เองได้',
  'organisation.upgraded': (details) => `บันทึกการยกฐานะเป็น ${said(details, 'name')}`,
  'network.hub_named': (details) => `กำหนดศูนย์จัดการเครือข่ายเป็น ${said(details, 'hub') || 'ไม่มี'}`,
};

/** The deeds that have a name, for the choice of a filter. */
export const auditActions: readonly string[] = Object.keys(sentences);

/**
 * A deed in words; one that has no name yet is told by its code.
 * @param homeName of the organisation that the details name by its slug
 */
export function auditSentence(action: string, told: Details, homeName: string | null = null): string {
  const details = homeName === null ? told : { ...told, homeName };
  const sentence = Object.hasOwn(sentences, action) ? sentences[action] : undefined;
  if (sentence === undefined) return `ทำรายการ ${action}`;
  return typeof sentence === 'string' ? sentence : sentence(details);
}
