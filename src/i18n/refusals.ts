import { type AccountRefusal, isAccountRefusal } from '../domain/account-refusal.ts';
import type { Refusal } from '../domain/errors.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { accountRefusalText } from './account-refusals.ts';
import { fileFaultTexts } from './attachments.ts';
import type { RefusalText } from './refusal-text.ts';

const text = (title: string, sentence: string, next: string): RefusalText => ({ title, sentence, next });

/** The Thai words of a refusal. HTTP statuses are decided beside the pages, not here. */
export function refusalText(refusal: Refusal): RefusalText {
  if (isAccountRefusal(refusal)) return accountRefusalText(refusal);
  switch (refusal.code) {
    case 'work_not_found':
      return text(
        'ไม่พบเอกสารนี้',
        'ทะเบียนไม่มีเอกสารที่เผยแพร่แล้วตามที่อยู่นี้',
        'โปรดตรวจที่อยู่อีกครั้ง ค้นหาด้วยชื่อเอกสาร หรือเลือกจากรายการ',
      );
    case 'edition_not_found':
      return text(
        `ไม่พบฉบับลำดับที่ ${refusal.number}`,
        'เอกสารนี้ไม่มีฉบับตามลำดับที่ขอ ลำดับของทะเบียนเริ่มจาก 1 และอาจไม่ตรงกับเลขฉบับที่พิมพ์บนเอกสาร',
        'โปรดเลือกจากรายการฉบับทั้งหมดของเอกสารนี้',
      );
    case 'before_first_edition':
      return text(
        `ยังไม่มีฉบับใดในวันที่ ${dayText(refusal.date)}`,
        'วันนั้นอยู่ก่อนฉบับแรกที่ทะเบียนมี ทะเบียนจึงบอกไม่ได้ว่าขณะนั้นใช้ข้อความใด',
        'โปรดเปิดฉบับแรกที่มี หรือดูลำดับเวลาของเอกสารนี้',
      );
    case 'withdrawn_by_then':
      return text(
        `เอกสารนี้ยกเลิกแล้วในวันที่ ${dayText(refusal.date)}`,
        `วันนั้นไม่มีฉบับใดใช้อยู่ ฉบับสุดท้ายก่อนยกเลิกคือฉบับลำดับที่ ${refusal.number} ซึ่งยังเปิดอ่านเพื่ออ้างอิงได้`,
        'โปรดเปิดฉบับสุดท้าย หรือดูเหตุผลการยกเลิกในลำดับเวลา',
      );
    case 'date_not_understood':
      return text(
        'อ่านวันที่ในที่อยู่นี้ไม่ได้',
        'วันที่ในที่อยู่ต้องเป็นปี-เดือน-วัน ปี-เดือน หรือปี และมีอยู่จริง เช่น 2017-05-15, 2560-05-15, 2560-05 หรือ 2560',
        'โปรดแก้วันที่ในที่อยู่ หรือดูลำดับเวลาของเอกสาร',
      );
    case 'organisation_not_found':
      return text(
        'ไม่พบหน่วยงานนี้',
        'ทะเบียนไม่มีหน่วยงานตามที่อยู่นี้ ทะเบียนเก็บเฉพาะหน่วยงานที่เอกสารกล่าวถึง',
        'โปรดค้นหาด้วยชื่อหน่วยงาน หรือเลือกจากหน้าพื้นที่',
      );
    case 'network_not_found':
      return text('ไม่พบเครือข่ายนี้', 'ทะเบียนไม่มีเครือข่ายหรือโครงการตามที่อยู่นี้', 'โปรดเลือกจากรายการเครือข่ายและโครงการ');
    case 'place_not_found':
      return text(
        'ไม่พบพื้นที่รหัสนี้',
        `ไม่มีจังหวัด อำเภอ หรือตำบลที่ใช้รหัส ${shortened(refusal.placeCode)}`,
        'โปรดเลือกจากรายการจังหวัด อำเภอ และตำบล',
      );
    case 'published_in_error':
      return text(
        `ฉบับลำดับที่ ${refusal.number} เผยแพร่โดยผิดพลาด`,
        `${refusal.by ?? 'นายทะเบียน'} นำข้อความของฉบับนี้ออกแล้ว${refusal.date === null ? '' : `เมื่อ ${dayText(refusal.date)}`}`,
        refusal.currentNumber === null
          ? 'ขณะนี้เอกสารนี้ไม่มีข้อความที่เผยแพร่อยู่ ลำดับเวลาของเอกสารยังเปิดดูได้'
          : `โปรดอ่านฉบับลำดับที่ ${refusal.currentNumber} ซึ่งเป็นฉบับปัจจุบัน`,
      );
    default:
      return deskText(refusal);
  }
}

type DeskRefusal = Exclude<
  Refusal,
  {
    readonly code:
      | 'work_not_found'
      | 'edition_not_found'
      | 'before_first_edition'
      | 'withdrawn_by_then'
      | 'date_not_understood'
      | 'organisation_not_found'
      | 'place_not_found'
      | 'network_not_found'
      | 'published_in_error'
      | AccountRefusal['code'];
  }
>;

function deskText(refusal: DeskRefusal): RefusalText {
  switch (refusal.code) {
    case 'not_permitted':
      return text(
        'บัญชีนี้ไม่มีสิทธิ์ทำรายการนี้',
        'สิทธิ์ของบัญชีกำหนดตามหน่วยงาน และรายการนี้อยู่นอกสิทธิ์ที่มี จึงไม่มีอะไรเปลี่ยนแปลง',
        'โปรดติดต่อนายทะเบียนเพื่อตรวจสิทธิ์ของบัญชี',
      );
    case 'four_eyes':
      return text(
        'ต้องให้ผู้อื่นเป็นผู้เผยแพร่',
        'หน่วยงานนี้กำหนดให้ผู้อนุมัติและผู้เผยแพร่เป็นคนละคนกับผู้แก้ร่างครั้งล่าสุดและผู้ส่งตรวจ ร่างยังอยู่ครบ',
        'โปรดแจ้งผู้เผยแพร่คนอื่นของหน่วยงานให้ตรวจและเผยแพร่',
      );
    case 'remarks_open':
      return text(
        `ยังมีบันทึกที่ไม่ได้สรุป ${refusal.count} รายการ`,
        'ร่างที่ยังมีบันทึกค้างอยู่อนุมัติหรือเผยแพร่ไม่ได้ จึงยังไม่มีอะไรเปลี่ยนแปลง',
        'โปรดตอบหรือแก้ตามบันทึก แล้วกดสรุปทีละรายการ',
      );
    case 'not_in_review':
      return text(
        'ร่างนี้ยังไม่ได้ส่งตรวจ',
        'ร่างจะอนุมัติได้เมื่อผู้ร่างส่งตรวจแล้ว จึงยังไม่มีอะไรเปลี่ยนแปลง',
        'โปรดให้ผู้ร่างกดส่งตรวจเมื่อร่างพร้อม',
      );
    case 'not_approved':
      return text(
        'ข้อความนี้ยังไม่ได้รับอนุมัติ',
        'หน่วยงานนี้เผยแพร่เฉพาะข้อความที่ผู้อื่นตรวจและอนุมัติแล้ว หากแก้ข้อความหลังอนุมัติต้องอนุมัติใหม่',
        'โปรดส่งตรวจ แล้วให้ผู้เผยแพร่คนอื่นของหน่วยงานอนุมัติ',
      );
    case 'remark_not_found':
      return text('ไม่พบบันทึกนี้', 'ร่างนี้ไม่มีบันทึกตามที่ขอ', 'โปรดเปิดหน้าตรวจร่างอีกครั้ง');
    case 'timeline_changed':
      return text(
        'มีผู้บันทึกเหตุการณ์ของเอกสารนี้ก่อนท่าน',
        'ลำดับเวลาของเอกสารเปลี่ยนไปหลังจากท่านเปิดหน้านี้ จึงยังไม่ได้บันทึก ข้อความที่กรอกไว้ยังอยู่ครบ',
        'โปรดดูลำดับเวลาล่าสุด แล้วบันทึกอีกครั้งหากยังต้องการ',
      );
    case 'draft_not_found':
      return text(
        'ไม่พบร่างนี้',
        'ไม่มีร่างตามที่อยู่นี้ หรือร่างถูกเผยแพร่หรือลบไปแล้ว',
        'โปรดกลับไปที่โต๊ะทำงานเพื่อดูรายการเอกสารและร่างของท่าน',
      );
    case 'draft_changed':
      return text(
        'มีผู้บันทึกร่างนี้ก่อนท่าน',
        'ระบบยังไม่ได้บันทึกข้อความของท่าน เพื่อไม่ให้ทับงานของผู้อื่น ข้อความทั้งสองชุดยังอยู่ครบ',
        'โปรดเทียบข้อความสองชุด เลือกหรือรวมข้อความที่ต้องการ แล้วบันทึกอีกครั้ง',
      );
    case 'file_refused':
      return text(
        'ยังไม่ได้เก็บไฟล์นี้',
        fileFaultTexts[refusal.fault].sentence,
        fileFaultTexts[refusal.fault].next,
      );
    case 'attachments_changed':
      return text(
        'มีผู้แก้รายการเอกสารแนบก่อนท่าน',
        'ระบบยังไม่ได้ทำรายการของท่าน เพื่อไม่ให้ทับงานของผู้อื่น สิ่งที่กรอกไว้ยังอยู่ในหน้านี้',
        'โปรดดูรายการล่าสุดด้านล่าง แล้วทำรายการอีกครั้งหากยังต้องการ',
      );
    case 'attachments_full':
      return text(
        'เอกสารแนบเต็มแล้ว',
        {
          files: 'ฉบับหนึ่งแนบได้ไม่เกิน 40 ไฟล์',
          bytes: 'ไฟล์แนบของฉบับหนึ่งรวมกันได้ไม่เกิน 200 เมกะไบต์',
          text: 'ข้อความแทนไฟล์รวมกันยาวเกินไป',
        }[refusal.limit],
        'โปรดเอาไฟล์ที่ไม่จำเป็นออก รวมหลายหน้าเป็น PDF เดียว หรือย่อข้อความ แล้วลองใหม่',
      );
    case 'attachment_not_found':
      return text(
        'ไม่พบเอกสารแนบนี้',
        'ร่างนี้ไม่มีเอกสารแนบตามที่อยู่นี้ หรือถูกเอาออกไปแล้ว',
        'โปรดกลับไปที่รายการเอกสารแนบของร่าง',
      );
    case 'attachment_exists':
      return text(
        'แนบไฟล์นี้ไว้แล้ว',
        `ไฟล์นี้เหมือนกับ “${shortened(refusal.title)}” ทุกประการ จึงไม่ได้เพิ่มซ้ำ`,
        'โปรดแก้รายละเอียดของไฟล์ที่มีอยู่ หรือเลือกไฟล์อื่น',
      );
    case 'revision_not_found':
      return text(
        'ไม่พบข้อความครั้งที่ขอ',
        'ร่างนี้ไม่มีข้อความครั้งนั้นเก็บไว้ ส่วนที่บันทึกเองระหว่างพิมพ์เก็บไว้ราวทุกห้านาที',
        'โปรดเลือกจากรายการในหน้าประวัติ',
      );
    case 'merge_unsettled':
      return text(
        'ยังมีที่ขัดกันซึ่งยังไม่ได้เลือก',
        'ระบบจึงยังไม่ได้บันทึก ข้อความทั้งสองชุดและที่เลือกไว้แล้วยังอยู่ครบ',
        'โปรดเลือกข้อความให้ครบทุกแห่งที่ขัดกัน แล้วบันทึกอีกครั้ง',
      );
    case 'draft_exists':
      return text('เอกสารนี้มีร่างอยู่แล้ว', 'เอกสารหนึ่งเรื่องมีร่างได้ครั้งละหนึ่งร่าง', 'โปรดเปิดร่างที่มีอยู่แล้วแก้ไขต่อ');
    case 'first_draft_stays':
      return text(
        'ลบร่างแรกของเอกสารไม่ได้',
        'เอกสารนี้ยังไม่เคยเผยแพร่ ร่างนี้จึงเป็นข้อความเดียวที่มี ระบบยังไม่ได้ลบอะไร',
        'โปรดแก้ร่างต่อ หรือแจ้งนายทะเบียนหากไม่ต้องการเอกสารนี้แล้ว',
      );
    case 'nothing_changed':
      return text(
        'ยังไม่มีอะไรเปลี่ยนจากฉบับปัจจุบัน',
        'ร่างนี้เหมือนฉบับที่เผยแพร่อยู่ทุกประการ จึงไม่ได้สร้างฉบับใหม่',
        'โปรดแก้ร่างก่อนเผยแพร่ หรือลบร่างหากไม่ต้องการใช้แล้ว',
      );
    case 'work_exists':
      return text(
        'มีเอกสารที่ใช้ที่อยู่นี้แล้ว',
        'ชื่อในที่อยู่ซ้ำกับเอกสารอื่นในประเภทเดียวกัน จึงไม่ได้สร้างเอกสารใหม่',
        'โปรดใช้ชื่อในที่อยู่ชื่ออื่น หรือเปิดเอกสารที่มีอยู่แล้ว',
      );
    case 'edition_differs':
      return text(
        `ฉบับลำดับที่ ${refusal.number} เผยแพร่ไปแล้วด้วยข้อความอื่น`,
        'ฉบับที่เผยแพร่แล้วแก้ไขไม่ได้ จึงไม่มีอะไรเปลี่ยนแปลง',
        'โปรดเผยแพร่ข้อความใหม่เป็นฉบับลำดับถัดไป',
      );
    case 'content_invalid':
      return text(
        `มีข้อมูลที่ต้องแก้ ${refusal.problems.length} แห่ง`,
        'ยังไม่มีอะไรเผยแพร่ออกไป และข้อความที่กรอกไว้ยังอยู่ครบ',
        'โปรดแก้ตามที่บอกไว้ที่แต่ละช่อง แล้วลองใหม่',
      );
    default:
      return refusal satisfies never;
  }
}

/** Text that came from outside, cut so that a sentence stays a sentence. */
const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

const dayText = (date: string): string =>
  formatWrittenDate({ start: date, end: null, precision: 'day', textAsWritten: null, isInferred: false });
