import type { RungName } from './ladder.ts';
import type { QueryRefusal } from './query.ts';
import type { WhyFound } from './result-view.ts';
import type { SuggestionReason } from './suggestions.ts';

/**
 * What is said about a rung that is not exact; null when the answer is exact.
 * @param shown what was looked for instead of what was typed, if anything was
 */
export function rungNotice(rung: RungName, typed: string, shown: string | null = null): string | null {
  switch (rung) {
    case 'exact':
      return null;
    case 'looser':
      return `ไม่พบ “${typed}” ตรงตัว แสดงคำที่ความหมายใกล้เคียง: “${shown ?? typed}”`;
    case 'keyboard':
      return `ไม่พบ “${typed}” ตรงตัว อาจลืมเปลี่ยนแป้นพิมพ์ แสดงผลของ “${shown ?? typed}”`;
    case 'parts':
      return `ไม่พบ “${typed}” ตรงตัว แสดงคำใกล้เคียง: เอกสารที่มีครบทุกคำแต่ไม่ติดกัน “${shown ?? typed}”`;
    case 'corrected':
      return `ไม่พบ “${typed}” ตรงตัว แสดงคำใกล้เคียง: “${shown ?? typed}”`;
    case 'coverage':
      return `ไม่พบ “${typed}” ตรงตัว แสดงคำใกล้เคียง: เอกสารที่มีถ้อยคำเหล่านี้มากที่สุด`;
    default:
      return rung satisfies never;
  }
}

/** What stands before links to other queries. */
export function suggestionSentence(reason: SuggestionReason): string {
  switch (reason) {
    case 'spelling':
      return 'หมายถึง:';
    case 'meaning':
      return 'ตัวย่อนี้อาจหมายถึง:';
    case 'fewer':
      return 'ลองค้นเฉพาะคำที่มีในเอกสาร:';
    case 'single':
      return 'ไม่มีเอกสารที่มีครบทุกคำ ลองค้นทีละคำ:';
    case 'apart':
      return 'หรือค้นเอกสารที่มีครบทุกคำแต่ไม่ติดกัน:';
    default:
      return reason satisfies never;
  }
}

/** Why a result is shown, in one line. */
export function whySentence({ tier, words, otherNames }: WhyFound): string {
  const quoted = (list: readonly string[]): string => list.map((word) => `“${word}”`).join(' ');
  const also = otherNames.length === 0 ? '' : ` นับรวม ${quoted(otherNames)}`;
  switch (tier) {
    case 'phrase-in-title':
      return `ตรงตามที่พิมพ์ในชื่อเอกสาร: ${quoted(words.slice(0, 1))}${also}`;
    case 'phrase':
      return `ตรงตามที่พิมพ์: ${quoted(words.slice(0, 1))}${also}`;
    case 'words':
      return words.length === 0 ? `พบจากชื่ออื่น: ${quoted(otherNames)}` : `พบครบทุกคำ: ${quoted(words)}${also}`;
    case 'near':
      return words.length + otherNames.length === 0
        ? 'ใกล้เคียง: พบถ้อยคำบางส่วนที่ทำเครื่องหมายไว้'
        : `ใกล้เคียง: พบ ${quoted([...words, ...otherNames])}`;
    default:
      return tier satisfies never;
  }
}

/** What to do about a query that cannot be searched for. */
export function refusalSentence(refusal: QueryRefusal): string {
  switch (refusal.code) {
    case 'query_too_long':
      return `คำค้นยาวเกินไป กรุณาพิมพ์ไม่เกิน ${refusal.maximum} ตัวอักษร แล้วค้นใหม่อีกครั้ง`;
    case 'query_too_short':
      return 'ตัวอักษรตัวเดียวพบได้ในเอกสารแทบทุกฉบับ กรุณาพิมพ์เพิ่มอีกอย่างน้อยหนึ่งตัวอักษร';
    case 'query_too_many_parts':
      return 'คำค้นนี้มีหลายส่วนเกินกว่าจะค้นได้ครบทุกส่วน จึงไม่มีแฟ้ม ลองพิมพ์ให้สั้นลง หรือแยกค้นทีละเรื่อง';
    case 'query_empty':
      return 'กรุณาพิมพ์คำที่ต้องการค้น เช่น ชื่อตำบล ชื่อธรรมนูญ หรือเรื่องที่สนใจ';
    default:
      return refusal satisfies never;
  }
}

/** The number of works found. What was typed in quotation marks brings them along. */
export function totalSentence(works: number, typed: string): string {
  const inside = /^["“”]([^"“”]+)["“”]$/.exec(typed)?.[1] ?? typed;
  return works === 0
    ? `ไม่พบเอกสารสำหรับ “${inside}”`
    : `พบ ${works.toLocaleString('th-TH')} เอกสารสำหรับ “${inside}”`;
}

/** Said when a query cost more than one may: what was found, or that nothing was, is then not the last word. */
export const cutSentence = 'คำค้นนี้มีหลายส่วนเกินกว่าจะค้นได้ครบทุกส่วน ผลที่แสดงจึงอาจไม่ครบ ลองพิมพ์ให้สั้นลง หรือแยกค้นทีละเรื่อง';

/** What to try when nothing was found. */
export const noneAdvice = [
  'ตรวจตัวสะกดและวรรณยุกต์อีกครั้ง หรือพิมพ์เพียงบางส่วนของชื่อ',
  'ค้นด้วยชื่อตำบล อำเภอ หรือจังหวัดแทนชื่อเต็มของเอกสาร',
  'หากเลือกประเภทหรือจังหวัดไว้ ลองยกเลิกการเลือก',
] as const;

/** Shown when the index could not be read. */
export const unavailableSentence =
  'ขณะนี้โหลดดัชนีค้นหาไม่สำเร็จ กรุณาตรวจการเชื่อมต่อแล้วกดค้นอีกครั้ง หรือเลือกดูเอกสารจากรายการตามประเภทและพื้นที่';

/** What files of a search hold, for the files themselves. */
export const filesNote = 'เฉพาะที่ตรงตามที่พิมพ์ ไม่รวมผลใกล้เคียง';

/** Said in a file that holds nothing. */
export const nothingInFile = (typed: string): string =>
  `${totalSentence(0, typed)} ตรงตามที่พิมพ์ แฟ้มไม่รวมผลใกล้เคียง`;

/** What stands beside the links to the files of an answer, or in their place when all of it is near. */
export const filesSentences = {
  exact: 'แฟ้มมีเฉพาะผลที่ตรงตามที่พิมพ์ พร้อมเวลาของข้อมูลที่ใช้ขอแถวเดิมได้อีก',
  apart: 'แฟ้มมีเฉพาะผลที่ตรงตามที่พิมพ์ รวมเอกสารที่มีครบทุกคำแต่ไม่ติดกัน พร้อมเวลาของข้อมูลที่ใช้ขอแถวเดิมได้อีก',
  near: 'ผลใกล้เคียงเปลี่ยนได้เมื่อมีเอกสารใหม่ จึงไม่มีแฟ้มให้นำไปใช้',
} as const;
