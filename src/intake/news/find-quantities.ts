import type { QuantityFinding, TextConflict } from '../../domain/finding.ts';
import type { TextLine } from './text-line.ts';

/** What is counted in texts of local governments, the longer words first where one begins another. */
const UNITS = [
  ...['องค์กรปกครองส่วนท้องถิ่น', 'องค์การบริหารส่วนตำบล', 'ครัวเรือน', 'หลังคาเรือน', 'นักพัฒนา', 'หน่วยงาน'],
  ...['นวัตกรรม', 'นโยบาย', 'ข้อเสนอ', 'ข้อตกลง', 'ชุดกิจกรรม', 'กิจกรรม', 'ประเด็น', 'ประเภท', 'ประการ', 'รูปแบบ'],
  ...['โครงการ', 'เครือข่าย', 'พื้นที่', 'หมู่บ้าน', 'เทศบาล', 'จังหวัด', 'อำเภอ', 'ตำบล', 'ชุมชน', 'องค์กร', 'ภาคี'],
  ...['แนวทาง', 'ยุทธศาสตร์', 'เป้าหมาย', 'เรื่อง', 'กองทุน', 'มาตรการ', 'แผนงาน', 'แผน', 'ศูนย์', 'เมือง', 'กลุ่ม'],
  ...[
    'อปท\\.?',
    'อบต\\.?',
    'อบจ\\.',
    'แห่ง',
    'บาท',
    'ครั้ง',
    'เดือน',
    'ราย',
    'รูป',
    'คน',
    'ชุด',
    'ฉบับ',
    'ข้อ',
    'ไร่',
    'วัน',
    'ปี',
  ],
].join('|');
const COMPARATORS = {
  at_least: ['ไม่น้อยกว่า', 'ไม่ต่ำกว่า', 'อย่างน้อย', 'อย่างต่ำ'],
  at_most: ['ไม่เกินกว่า', 'ไม่เกิน', 'ไม่มากกว่า', 'อย่างมาก', 'ภายใน'],
  more_than: ['มากกว่า', 'เกินกว่า', 'กว่า'],
} as const;
const comparators = Object.values(COMPARATORS).flat().join('|');
const EACH = 'พื้นที่|ตำบล|หมู่บ้าน|อำเภอ|จังหวัด|ปี|เดือน|อปท\\.?|แห่ง|หน่วยงาน|องค์กร|คน|ครั้ง|ชุมชน|ครัวเรือน|เครือข่าย|กลุ่ม';
const NUMBER = '(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,4})?)(?<more> ?\\+ ?\\d+)?';
const MULTIPLES: Readonly<Record<string, number>> = { ล้าน: 1e6, แสน: 1e5, หมื่น: 1e4, พัน: 1e3 };

const QUANTITY = new RegExp(
  `(?:จำนวน ?)?(?:(?<comparator>${comparators}) ?)?(?:(?<each>${EACH})ละ ?)?(?:(?<late>${comparators}) ?)?(?<![\\d.,/:+-])${NUMBER}` +
    ` ?(?<multiple>ล้าน|แสน|หมื่น|พัน)?(?<over> ?กว่า)? ?(?<unit>${UNITS})(?:(?:ต่อ| ต่อ )(?<per>${EACH})(?!ไป))?`,
  'gu',
);
/** Words before a number that make it a name: ข้อ 5, คณะที่ 3, ครั้งที่ 2. */
const ORDINAL = /(?:ข้อ|หมวด|ส่วน|มาตรา|หมู่|คณะ|สำนัก|ที่|ม\.|เลข|โทร\.?|(?<!ระยะ)เวลา|[.)]) ?$/;
const YEAR = /^(?:2[4-6]\d\d|19\d\d|20\d\d)$/;

export type QuantitiesFound = {
  readonly findings: readonly QuantityFinding[];
  readonly conflicts: readonly TextConflict[];
};

/** The numbers with units of a text, with "not less than", "each" and "a year" as it says them. */
export function findQuantities(lines: readonly TextLine[], text: string): QuantitiesFound {
  const conflicts: TextConflict[] = [];
  const findings = lines.flatMap((line) =>
    [...line.form.matchAll(QUANTITY)].flatMap(({ 0: form, index, groups = {} }): QuantityFinding[] => {
      if (ORDINAL.test(line.form.slice(Math.max(0, index - 12), index))) return [];
      const span = line.spanOf(index, index + form.length);
      const { number = '', more, multiple, unit = '', over } = groups;
      const comparator = comparatorOf(groups['comparator'] ?? groups['late'] ?? over);
      const each = groups['each'] ?? groups['per'] ?? null;
      const id = `quantity-${span.start}-${span.end}`;
      const isYear = YEAR.test(number) && comparator === null && unit !== 'บาท' && unit !== 'คน';
      const value =
        more !== undefined || isYear
          ? null
          : Number(number.replaceAll(',', '')) * (MULTIPLES[multiple ?? ''] ?? 1);
      if (isYear) conflicts.push({ kind: 'year_or_count', findings: [id], spans: [span] });
      if (more !== undefined) conflicts.push({ kind: 'several_numbers', findings: [id], spans: [span] });
      const words = text.slice(span.start, span.end);
      return [{ kind: 'quantity', id, ...span, text: words, repeats: null, value, unit, comparator, each }];
    }),
  );
  return { findings, conflicts };
}

function comparatorOf(words: string | undefined): QuantityFinding['comparator'] {
  const trimmed = words?.trim();
  for (const kind of ['at_least', 'at_most', 'more_than'] as const) {
    if (COMPARATORS[kind].some((one) => one === trimmed)) return kind;
  }
  return null;
}

/** Plain counts of one unit that are not the same number. */
export function differingNumbers(findings: readonly QuantityFinding[]): readonly TextConflict[] {
  const plain = findings.filter(
    ({ value, comparator, each, unit }) =>
      value !== null &&
      comparator === null &&
      each === null &&
      !['บาท', 'ปี', 'วัน', 'เดือน', 'ครั้ง'].includes(unit),
  );
  return [...Map.groupBy(plain, ({ unit }) => unit).values()]
    .filter((same) => new Set(same.map(({ value }) => value)).size > 1)
    .map((same) => ({
      kind: 'numbers_differ',
      findings: same.map(({ id }) => id),
      spans: same.map(({ start, end }) => ({ start, end })),
    }));
}
