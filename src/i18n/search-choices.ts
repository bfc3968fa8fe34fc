/** What is said about a choice of a search in an address that means nothing. */
export const searchChoiceSentences = {
  type: 'ไม่มีเอกสารประเภทที่ระบุในที่อยู่',
  province: 'ไม่มีจังหวัดตามชื่อในที่อยู่ ใช้ชื่อจังหวัดโดยไม่มีคำนำหน้า เช่น น่าน',
  year: 'อ่านปีในที่อยู่ไม่ได้ ปีต้องเป็นเลข 4 หลัก เช่น 2560',
  edition: 'ฉบับที่ระบุในที่อยู่เลือกได้ current หรือ older',
  provenance: 'ไม่มีที่มาที่ระบุในที่อยู่ เลือกได้ documented model หรือ test',
} as const;
