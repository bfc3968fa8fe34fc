import type { SearchRecord } from '../../src/search/search-record.ts';

const topics = [
  'ข้าวปลอดภัย',
  'ข่าวสารชุมชน',
  'ผ้าขาวม้า',
  'ป่าชุมชน',
  'น้ำท่วม',
  'ผู้สูงอายุ',
  'ขยะ',
  'เหล้าบุหรี่',
  'ฝุ่นควัน',
  'ปูนา',
];
const places = ['มะรือทดสอบ', 'โบตกตัวอย่าง', 'หนองสมมติ', 'ปากแพรกลอง', 'ดอนจำลอง', 'บ้านหยวกทดลอง'];
const provinces = ['จังหวัดทดสอบเหนือ', 'จังหวัดทดสอบใต้'];
const types = [
  { type: 'charters', typeLabel: 'ธรรมนูญ' },
  { type: 'agreements', typeLabel: 'บันทึกข้อตกลง' },
  { type: 'plans', typeLabel: 'แผน' },
] as const;

/** A record that says it is a test, with anything of it replaced. */
export function testRecord(slug: string, change: Partial<SearchRecord> = {}): SearchRecord {
  const workPath = `/charters/${slug}`;
  return {
    url: `${workPath}/editions/1`,
    workPath,
    isCurrent: true,
    title: `ธรรมนูญทดสอบ ${slug}`,
    type: 'charters',
    typeLabel: 'ธรรมนูญ',
    editionLabel: 'ฉบับที่ 1',
    placeLine: '',
    provinces: [],
    year: null,
    provenance: 'test',
    keywords: '',
    sections: [],
    ...change,
  };
}

/** Sixty invented works: every topic in every place, with clauses, years in both numeral sets, and short names. */
export function sixtyRecords(): readonly SearchRecord[] {
  return topics.flatMap((topic, t) => places.map((place, p) => invented(topic, t, place, p)));
}

function invented(topic: string, t: number, place: string, p: number): SearchRecord {
  const number = t * places.length + p;
  const kind = types[number % types.length] ?? types[0];
  const year = String(2550 + (number % 20));
  const thaiYear = Array.from(year, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]).join('');
  const workPath = `/${kind.type}/test-${number}`;
  return testRecord(`test-${number}`, {
    ...kind,
    url: `${workPath}/editions/1`,
    workPath,
    title: `${kind.typeLabel}ตำบล${place} ว่าด้วย${topic} พ.ศ. ${number % 2 === 0 ? year : thaiYear}`,
    placeLine: `ต.${place} อ.ทดสอบ จ.ทดสอบ`,
    provinces: [provinces[p % 2] ?? ''],
    year,
    keywords: p === 0 ? 'Maruebotok' : '',
    sections: [
      {
        eid: 'cl-1',
        label: 'ข้อ ๑',
        heading: 'ข้อ ๑ บททั่วไป',
        text: `ให้ อบต.${place} และองค์กรปกครองส่วนท้องถิ่นร่วมกันดูแล${topic} หมู่ที่ ${number % 9}`,
      },
      {
        eid: 'cl-2',
        label: 'ข้อ ๒',
        heading: `ข้อ ๒ กติกาเรื่อง${topic}`,
        text: `ผู้ฝ่าฝืนต้องชำระค่าปรับ ${(p + 1) * 100} บาท เข้ากองทุนของตำบล${place} ตามข้อตกลง (MOU) ไม่น้อยกว่า ${p + 2} นวัตกรรม`,
      },
    ],
  });
}
