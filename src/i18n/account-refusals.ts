import type { AccountRefusal } from '../domain/account-refusal.ts';
import type { RefusalText } from './refusal-text.ts';

const text = (title: string, sentence: string, next: string): RefusalText => ({ title, sentence, next });

/** The Thai words of what is refused about accounts, sign-in, roles and organisations. */
export function accountRefusalText(refusal: AccountRefusal): RefusalText {
  switch (refusal.code) {
    case 'sign_in_failed':
      return text(
        'เข้าสู่ระบบไม่สำเร็จ',
        'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง',
        'โปรดตรวจตัวสะกดและแป้นพิมพ์ไทย/อังกฤษ แล้วลองใหม่ หากลืมรหัสผ่านโปรดติดต่อนายทะเบียน',
      );
    case 'too_many_attempts':
      return text(
        'ลองหลายครั้งเกินไป',
        `เพื่อความปลอดภัย ระบบพักการตรวจไว้ชั่วคราวอีกประมาณ ${waitText(refusal.retryAfterSeconds)}`,
        'โปรดรอให้ครบเวลาแล้วลองใหม่ หรือติดต่อนายทะเบียน',
      );
    case 'sign_in_over':
      return text(
        'ต้องเริ่มเข้าสู่ระบบใหม่',
        'เวลาสำหรับกรอกรหัสยืนยันหมดแล้ว ท่านยังไม่ได้เข้าสู่ระบบ',
        'โปรดกรอกชื่อผู้ใช้และรหัสผ่านอีกครั้ง แล้วกรอกรหัสยืนยันภายใน 5 นาที',
      );
    case 'code_wrong':
      return text(
        'รหัสยืนยันไม่ถูกต้อง',
        'รหัสอาจหมดอายุ ถูกใช้ไปแล้ว หรือนาฬิกาของโทรศัพท์ไม่ตรงเวลา',
        'โปรดรอรหัสใหม่ในแอป แล้วกรอกอีกครั้ง หรือใช้รหัสกู้คืนที่เก็บไว้',
      );
    case 'password_wrong':
      return text(
        'รหัสผ่านไม่ถูกต้อง',
        'รหัสผ่านปัจจุบันไม่ตรงกับบัญชีนี้ จึงยังไม่มีอะไรเปลี่ยนแปลง',
        'โปรดตรวจแป้นพิมพ์ไทย/อังกฤษ แล้วกรอกรหัสผ่านปัจจุบันอีกครั้ง',
      );
    case 'password_too_short':
      return text(
        'รหัสผ่านสั้นเกินไป',
        `รหัสผ่านต้องมีอย่างน้อย ${refusal.minimum} ตัวอักษร`,
        'โปรดตั้งรหัสผ่านที่ยาวขึ้น เช่น คำหลายคำต่อกันที่จำได้ง่าย',
      );
    case 'password_too_long':
      return text('รหัสผ่านยาวเกินไป', `รหัสผ่านยาวได้ไม่เกิน ${refusal.maximum} ตัวอักษร`, 'โปรดตั้งรหัสผ่านที่สั้นลง');
    case 'password_too_common':
      return text(
        'รหัสผ่านนี้เดาง่ายเกินไป',
        'รหัสผ่านนี้เป็นคำที่คนจำนวนมากใช้ แป้นที่เรียงกัน ตัวซ้ำ หรือมาจากชื่อผู้ใช้หรือหน่วยงานของท่าน',
        'โปรดใช้คำหลายคำที่ไม่เกี่ยวกันต่อกัน เช่น สิ่งของสี่อย่างในห้อง',
      );
    default:
      return peopleText(refusal);
  }
}

type PeopleRefusal = Exclude<
  AccountRefusal,
  {
    readonly code:
      | 'sign_in_failed'
      | 'too_many_attempts'
      | 'sign_in_over'
      | 'code_wrong'
      | 'password_wrong'
      | 'password_too_short'
      | 'password_too_long'
      | 'password_too_common';
  }
>;

function peopleText(refusal: PeopleRefusal): RefusalText {
  switch (refusal.code) {
    case 'username_taken':
      return text('ชื่อผู้ใช้นี้มีผู้ใช้แล้ว', `มีบัญชีชื่อ ${shortened(refusal.username)} อยู่แล้ว`, 'โปรดเลือกชื่อผู้ใช้อื่น');
    case 'link_over':
      return text(
        'ลิงก์นี้ใช้ไม่ได้แล้ว',
        'ลิงก์ใช้ได้ครั้งเดียวภายใน 7 วัน ลิงก์นี้อาจถูกใช้ไปแล้ว หมดอายุ ถูกยกเลิก หรือคัดลอกมาไม่ครบ',
        'โปรดตรวจว่าคัดลอกลิงก์มาครบ หรือขอลิงก์ใหม่จากนายทะเบียน',
      );
    case 'second_factor_on':
      return text(
        'เปิดการยืนยันสองขั้นไว้แล้ว',
        'บัญชีนี้ใช้รหัสจากโทรศัพท์อยู่แล้ว จึงไม่มีอะไรเปลี่ยนแปลง',
        'หากเปลี่ยนโทรศัพท์ โปรดปิดการยืนยันสองขั้นก่อน แล้วเปิดใหม่',
      );
    case 'person_not_found':
      return text('ไม่พบผู้ใช้นี้', 'ไม่มีบัญชีตามที่อยู่นี้', 'โปรดเลือกจากรายชื่อผู้ใช้');
    case 'role_held':
      return text('มีสิทธิ์นี้อยู่แล้ว', 'ผู้ใช้มีสิทธิ์นี้ในหน่วยงานนี้อยู่แล้ว จึงไม่มีอะไรเปลี่ยนแปลง', 'โปรดเลือกสิทธิ์หรือหน่วยงานอื่น');
    case 'last_registrar':
      return text(
        'ต้องเหลือนายทะเบียนอย่างน้อยหนึ่งคน',
        'ผู้นี้เป็นนายทะเบียนคนสุดท้ายที่ใช้บัญชีได้ จึงยังไม่มีอะไรเปลี่ยนแปลง',
        'โปรดเชิญนายทะเบียนอีกคนก่อน แล้วทำรายการนี้ใหม่',
      );
    case 'own_account':
      return text(
        'ปิดบัญชีของตนเองไม่ได้',
        'เพื่อไม่ให้ท่านออกจากระบบโดยไม่ตั้งใจ จึงยังไม่มีอะไรเปลี่ยนแปลง',
        'โปรดให้นายทะเบียนคนอื่นทำรายการนี้',
      );
    case 'succeeded_already':
      return text(
        'หน่วยงานนี้ยกฐานะไปแล้ว',
        `มีหน่วยงาน ${shortened(refusal.slug)} รับช่วงต่อแล้ว จึงไม่มีอะไรเปลี่ยนแปลง`,
        'โปรดทำรายการที่หน่วยงานที่รับช่วงต่อ',
      );
    case 'not_local_government':
      return text(
        'หน่วยงานนี้ยกฐานะไม่ได้',
        'การยกฐานะบันทึกได้เฉพาะองค์กรปกครองส่วนท้องถิ่น จึงไม่มีอะไรเปลี่ยนแปลง',
        'หากชื่อหรือชนิดของหน่วยงานผิด โปรดแก้ที่หน้าหน่วยงาน',
      );
    default:
      return refusal satisfies never;
  }
}

/** Text that came from outside, cut so that a sentence stays a sentence. */
const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

const waitText = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, Math.ceil(seconds))} วินาที` : `${Math.ceil(seconds / 60)} นาที`;
