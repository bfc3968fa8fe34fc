/** By which rule a clause stands in a concordance. */
export const concordanceRule = (words: readonly string[]): string =>
  `ข้อที่แสดงคือข้อที่มีคำว่า ${words.map((word) => `“${word}”`).join(' หรือ ')} อยู่ในชื่อข้อหรือข้อความ โดยไม่นับเว้นวรรคและชนิดของตัวเลข ข้อที่พูดเรื่องเดียวกันด้วยคำอื่นจะไม่อยู่ที่นี่ เอกสารที่ไม่ปรากฏวันเริ่มใช้นับจากวันที่เข้าทะเบียน`;
