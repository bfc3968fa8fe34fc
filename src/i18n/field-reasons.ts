import type { FieldReason } from '../domain/errors.ts';

/** What is wrong with a field and how to put it right, said at the field. */
export const fieldReasonTexts: Readonly<Record<FieldReason, string>> = {
  required: 'โปรดกรอกช่องนี้',
  too_long: 'ข้อความยาวเกินไป โปรดย่อให้สั้นลง',
  too_short: 'ข้อความสั้นเกินไป โปรดเพิ่มรายละเอียด',
  wrong_kind: 'ข้อมูลผิดรูปแบบ โปรดตรวจอีกครั้ง',
  not_in_list: 'ไม่มีค่านี้ในรายการที่เลือกได้ โปรดเลือกจากรายการ',
  not_a_date: 'อ่านเป็นวันที่ไม่ได้ ตัวอย่างที่อ่านได้: 15 พฤษภาคม 2560, พฤษภาคม 2560 หรือ 2560',
  unknown_field: 'ไม่มีช่องชื่อนี้สำหรับเอกสารประเภทนี้',
  unknown_place: 'ไม่พบรหัสพื้นที่นี้ โปรดใช้รหัสจังหวัด 2 หลัก อำเภอ 4 หลัก หรือตำบล 6 หลัก',
  unknown_organisation: 'ไม่พบหน่วยงานนี้ในทะเบียน',
  unknown_topic: 'ไม่พบหัวข้อนี้ในรายการหัวข้อ',
  unknown_source: 'อ้างถึงแหล่งอ้างอิงที่ไม่ได้อยู่ในรายการแหล่งอ้างอิงของฉบับนี้',
  unknown_provision: 'อ้างถึงข้อที่ไม่มีในตัวบทของฉบับนี้',
  bad_slug: 'ชื่อในที่อยู่ใช้ได้เฉพาะ a–z ตัวเล็ก ตัวเลข และขีดกลาง',
  bad_link: 'ลิงก์ต้องขึ้นต้นด้วย https:// หรือ http:// และไม่มีช่องว่าง',
  duplicate: 'ซ้ำกับรายการก่อนหน้า',
  file_name_differs: 'ชื่อไฟล์ไม่ตรงกับข้อมูลในไฟล์',
  change_note_required: 'โปรดเขียนว่าฉบับนี้เปลี่ยนอะไรและเพราะอะไร ก่อนเผยแพร่',
};
