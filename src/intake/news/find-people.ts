import type { Capacity } from '../../domain/edition.ts';
import type { PersonFinding, TextConflict } from '../../domain/finding.ts';
import type { TextLine } from './text-line.ts';

const TITLE =
  '(?:นายแพทย์|แพทย์หญิง|นางสาว|นาย|นาง|น\\.ส\\.|ผศ\\. ?ดร\\.|รศ\\. ?ดร\\.|ผศ\\.|รศ\\.|ศ\\.|ดร\\.|ว่าที่ร้อย(?:ตรี|โท|เอก))';
const OFFICE = [
  '(?:รอง|ผู้ช่วย|อดีต|รักษาการ)?(?:',
  [
    ...[
      'นายกเทศมนตรี',
      'นายกองค์การ',
      'นายก ?อบ[ตจ]\\.?',
      'นายกสมาคม',
      'นายก',
      'ประธาน',
      'ผู้อำนวยการ',
      'ผู้จัดการ',
      'อธิบดี',
    ],
    ...['อธิการบดี', 'คณบดี', 'ปลัด', 'นายอำเภอ', 'ผู้ว่าราชการจังหวัด', 'กรรมการ', 'เลขาธิการ', 'เลขานุการ', 'กำนัน'],
    ...['ผู้ใหญ่บ้าน', 'หัวหน้า', 'ที่ปรึกษา', 'ผอ\\.', 'ท้องถิ่น(?:จังหวัด|อำเภอ)', 'พัฒนาการ(?:จังหวัด|อำเภอ)'],
    ...['สาธารณสุข(?:จังหวัด|อำเภอ)', 'รัฐมนตรี', 'ผู้แทน', 'สมาชิกสภา', 'ผู้ประสานงาน'],
    ...['ราษฎรอาวุโส'],
  ].join('|'),
  ')',
].join('');
/** What follows an office and is none of it. */
const END = `(?= ?(?:${TITLE}[ก-๎]| ?กล่าว|เป็น(?:ประธาน|ผู้|สักขี)|ร่วม(?:กับ|เป็น|ลงนาม|พิธี|งาน|ใน|กัน)|พร้อม|และ(?:${TITLE}|คณะ|ตัว|นายก|ผู้)|ได้|ซึ่ง|ให้การ|เปิดเผย|ใน(?:การ|ครั้ง|พิธี|ฐานะ)|มอบ|แขก|[,;:“”"]|$))`;

const PERSON = new RegExp(
  `(?<title>${TITLE}) ?(?<first>(?!ก(?:เทศ|อง|สมาคม|รัฐ)|อำเภอ|ทะเบียน|จ้าง|หน้า|ช่าง|พยาบาล|งาน)[ก-๎]{2,25}) {1,2}(?<last>[ก-๎]{2,30}?) ?(?<office>${OFFICE}[^\\n]{0,140}?)${END}`,
  'gu',
);

/** How a person took part, by the words after the office, the nearest first. */
const CAPACITIES: readonly (readonly [RegExp, Capacity])[] = [
  [/เป็นประธาน(?:ใน)?(?:พิธี|เปิด|การ)|ประธานในพิธี/, 'presiding'],
  [/สักขีพยาน/, 'witness'],
  [/ลงนาม/, 'signatory'],
  [/กล่าว|ปาฐกถา|บรรยาย/, 'speaker'],
];
const CAPACITY_REACH = 60;

/** People named with their office, and nobody else: a name without an office is left alone. */
export function findPeople(lines: readonly TextLine[], text: string): readonly PersonFinding[] {
  return lines.flatMap((line) => {
    const matches = [...line.form.matchAll(PERSON)];
    const parts = partsIn(line.form, matches);
    return matches.map(({ 0: form, index, groups = {} }, at): PersonFinding => {
      const span = line.spanOf(index, index + form.length);
      const words = text.slice(span.start, span.end);
      const { office = '' } = groups;
      const officeSpan = line.spanOf(index + form.lastIndexOf(office), index + form.length);
      const written = text.slice(officeSpan.start, officeSpan.end).trim();
      const name = text.slice(span.start, officeSpan.start).replace(/\s+/g, ' ').trim();
      return {
        kind: 'person',
        id: `person-${span.start}-${span.end}`,
        ...span,
        text: words,
        repeats: null,
        name,
        office: written.replace(/\s+/g, ' '),
        capacity: parts[at] ?? null,
      };
    });
  });
}

/** How each took part: people named one after another did together what is said behind the last of them. */
function partsIn(form: string, matches: readonly RegExpExecArray[]): readonly (Capacity | null)[] {
  const parts: (Capacity | null)[] = [];
  for (const [at, match] of [...matches.entries()].reverse()) {
    const end = match.index + match[0].length;
    const next = matches[at + 1];
    const isListed = next !== undefined && /^[ ,]*(?:และ)? ?$/.test(form.slice(end, next.index));
    parts[at] = isListed ? (parts[at + 1] ?? null) : capacityIn(form.slice(end, end + CAPACITY_REACH));
  }
  return parts;
}

function capacityIn(after: string): Capacity | null {
  const [nearest] = CAPACITIES.map(([pattern, capacity]) => ({ at: after.search(pattern), capacity }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return nearest?.capacity ?? null;
}

/** One name with offices that are not the same words. */
export function differingOffices(findings: readonly PersonFinding[]): readonly TextConflict[] {
  const bare = (name: string): string => name.replace(new RegExp(`^${TITLE} ?`, 'u'), '');
  return [...Map.groupBy(findings, ({ name }) => bare(name)).values()]
    .filter((same) => new Set(same.map(({ office }) => office)).size > 1)
    .map((same) => ({
      kind: 'several_offices',
      findings: same.map(({ id }) => id),
      spans: same.map(({ start, end }) => ({ start, end })),
    }));
}
