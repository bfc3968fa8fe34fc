import type { PersonalDataKind } from '../domain/personal-data.ts';
import type { Advice } from '../domain/publishing-checks.ts';
import type { DraftActKind, ReviewState } from '../domain/review.ts';
import { fieldLabels } from './desk-fields.ts';
import { numberingSentence } from './numbering.ts';

/** What a draft waits for, on the first page of the desk. */
export const waitingLabels = {
  to_review: 'รอท่านตรวจ',
  returned: 'ส่งกลับให้แก้',
  to_publish: 'รอเผยแพร่',
  missed: 'เผยแพร่ตามเวลาไม่ได้',
  scheduled: 'ตั้งเวลาเผยแพร่แล้ว',
  remarks: 'มีบันทึกค้างอยู่',
} as const;

/** Where a draft stands, as a badge says it. */
export const reviewStateLabels: Readonly<Record<ReviewState['kind'], string>> = {
  draft: 'กำลังร่าง',
  in_review: 'รอตรวจ',
  returned: 'ส่งกลับให้แก้',
  approved: 'อนุมัติแล้ว',
};

/** What was done in a review, as the list of deeds says it. */
export const draftActLabels: Readonly<Record<DraftActKind, string>> = {
  submitted: 'ส่งตรวจ',
  returned: 'ส่งกลับให้แก้',
  approved: 'อนุมัติ',
  scheduled: 'ตั้งเวลาเผยแพร่',
  unscheduled: 'ยกเลิกเวลาเผยแพร่',
};

export const personalDataLabels: Readonly<Record<PersonalDataKind, string>> = {
  mobile_number: 'หมายเลขโทรศัพท์มือถือ',
  national_id: 'เลขประจำตัวประชาชน',
  house_number: 'บ้านเลขที่',
  email: 'อีเมล',
};

/** The Thai name of the field that a dotted path begins with. */
export const fieldName = (path: string): string => fieldLabels[path.split('.')[0] ?? ''] ?? path;

/** One thing worth a look before publishing, as a sentence. */
export function adviceText(advice: Advice): string {
  switch (advice.kind) {
    case 'unfinished': {
      const { field, part, excerpt } = advice.place;
      return `มีเครื่องหมายที่เหมือนยังเขียนไม่เสร็จใน${part ?? fieldName(field)}: “${excerpt}”`;
    }
    case 'missing':
      return `ยังไม่ได้ระบุ${fieldName(advice.field)}`;
    case 'missing_fact':
      return `ยังไม่ได้กรอก${advice.label}`;
    case 'unknown_result':
      return 'ยังไม่มีผลที่เกิดขึ้น ถ้ายังไม่ทราบ โปรดบอกว่าคาดว่าจะได้ผลอะไรและจะทราบเมื่อใด ผู้อ่านจะได้ไม่พบช่องว่าง';
    case 'stray_wording':
      return `ถ้อยคำของพันธสัญญา “${advice.metric}” ไม่อยู่ใน${advice.label}ที่ระบุไว้`;
    case 'dead_link':
      return `ลิงก์ ${advice.target} ไม่พบปลายทางในทะเบียน`;
    case 'bad_link':
      return `ลิงก์ ${advice.target} ใช้ไม่ได้ ผู้อ่านจะเห็นเป็นข้อความธรรมดา`;
    case 'numbering':
      return numberingSentence(advice.problem);
    default:
      return advice satisfies never;
  }
}

/** Why a plan ended without a publication, by the code of the refusal. */
export function missedReason(code: string): string {
  switch (code) {
    case 'remarks_open':
      return 'ยังมีบันทึกที่ไม่ได้สรุป';
    case 'not_permitted':
      return 'ผู้ตั้งเวลาไม่มีสิทธิ์เผยแพร่แล้ว';
    case 'four_eyes':
    case 'not_approved':
      return 'ข้อความยังไม่ได้รับอนุมัติจากผู้อื่น';
    case 'content_invalid':
      return 'มีข้อมูลที่ต้องแก้ก่อน';
    case 'nothing_changed':
      return 'ข้อความเหมือนฉบับที่เผยแพร่อยู่';
    default:
      return 'เงื่อนไขการเผยแพร่ไม่ครบ';
  }
}
