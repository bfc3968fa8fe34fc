import type { AttachmentKind, AttachmentType, FileFault } from '../domain/attachment.ts';
import { formatNumber } from './numbers.ts';

export const attachmentKindLabels: Readonly<Record<AttachmentKind, string>> = {
  signed_scan: 'สำเนาฉบับลงนาม',
  annex: 'ภาคผนวก',
  picture: 'ภาพประกอบ',
  source: 'เอกสารแหล่งที่มา',
};

export const attachmentTypeLabels: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'ภาพ PNG',
  'image/jpeg': 'ภาพ JPEG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
};

/** Why a file was not taken in, and what to do about it. */
export const fileFaultTexts: Readonly<
  Record<FileFault, { readonly sentence: string; readonly next: string }>
> = {
  empty: { sentence: 'ยังไม่ได้เลือกไฟล์ หรือไฟล์ไม่มีข้อมูล', next: 'โปรดเลือกไฟล์แล้วส่งใหม่' },
  too_large: {
    sentence: 'ไฟล์ใหญ่เกิน 20 เมกะไบต์',
    next: 'โปรดสแกนใหม่ที่ความละเอียดต่ำลง (150–200 จุดต่อนิ้วอ่านได้ดี) หรือแบ่งเป็นหลายไฟล์',
  },
  unknown_type: {
    sentence: 'ไฟล์นี้ไม่ใช่ PDF, PNG, JPEG หรือ Word (.docx) ระบบดูจากเนื้อไฟล์ ไม่ได้ดูจากชื่อ',
    next: 'โปรดบันทึกเป็นชนิดใดชนิดหนึ่งนี้ ไฟล์ .doc รุ่นเก่าให้เปิดด้วย Word แล้วบันทึกเป็น .docx หรือ PDF',
  },
  broken: {
    sentence: 'ไฟล์ไม่ครบหรือเสียหาย จึงอ่านไม่ได้',
    next: 'โปรดเปิดดูไฟล์ในเครื่องของท่าน บันทึกหรือสแกนใหม่ แล้วส่งอีกครั้ง',
  },
  encrypted: {
    sentence: 'ไฟล์นี้ใส่รหัสผ่านหรือเข้ารหัสไว้ ผู้อ่านทั่วไปจะเปิดไม่ได้',
    next: 'โปรดเอารหัสออก หรือสั่งพิมพ์เป็น PDF ใหม่ แล้วส่งอีกครั้ง',
  },
  active_content: {
    sentence: 'ไฟล์นี้มีคำสั่งที่ทำงานเองได้ เช่น สคริปต์ มาโคร แบบฟอร์มที่ส่งข้อมูล หรือส่วนที่ดึงจากที่อื่น จึงเผยแพร่ไม่ได้',
    next: 'โปรดสั่งพิมพ์เป็น PDF ใหม่ ซึ่งจะเหลือเฉพาะเนื้อหา แล้วส่งอีกครั้ง',
  },
  embedded_files: {
    sentence: 'ไฟล์นี้มีไฟล์อื่นซ่อนอยู่ข้างใน ซึ่งระบบตรวจแทนท่านไม่ได้',
    next: 'โปรดแยกไฟล์ข้างในออกมาแนบทีละไฟล์ หรือสั่งพิมพ์เป็น PDF ใหม่',
  },
  too_complex: {
    sentence: 'ไฟล์นี้คลี่ออกแล้วใหญ่หรือซับซ้อนเกินกว่าที่โทรศัพท์ของผู้อ่านจะเปิดไหว',
    next: 'โปรดลดขนาดภาพหรือสแกนใหม่ แล้วส่งอีกครั้ง',
  },
  too_slow: {
    sentence: 'ตรวจไฟล์นี้ไม่เสร็จในเวลาที่กำหนด จึงยังไม่ได้เก็บ',
    next: 'โปรดลองใหม่ หากยังไม่ได้ให้สั่งพิมพ์เป็น PDF ใหม่หรือแบ่งเป็นหลายไฟล์',
  },
};

/** A size in bytes as people say it: กิโลไบต์ below a megabyte, with one decimal above. */
export function fileSizeText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${formatNumber(kilobytes)} กิโลไบต์`;
  return `${formatNumber(Math.round((bytes / 1024 / 1024) * 10) / 10)} เมกะไบต์`;
}
