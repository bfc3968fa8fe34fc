import type { Finding, FindingKind, TextConflict } from '../domain/finding.ts';
import type { dateUses, quantityUses } from '../domain/take-findings.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { capacityLabels, comparatorLabels, partyRoleLabels } from './labels.ts';
import { formatNumber } from './numbers.ts';

/** The parts of a reading, in the order in which they are shown. */
export const findingKindLabels: Readonly<Record<FindingKind, string>> = {
  date: 'วันที่',
  quantity: 'จำนวนและเป้าหมาย',
  organisation: 'หน่วยงาน',
  place: 'พื้นที่',
  person: 'บุคคลในตำแหน่ง',
};

const conflictTexts: Readonly<Record<TextConflict['kind'], string>> = {
  range_reversed: 'ช่วงวันที่เรียงกลับกัน จึงไม่เสนอค่า',
  no_such_date: 'ไม่มีวันนี้ในปฏิทิน จึงไม่เสนอค่า',
  era_differs: 'คำบอกศักราชไม่เข้ากับปี เช่น พ.ศ. กับปีคริสต์ศักราช จึงไม่เสนอค่า',
  weekday_differs: 'ชื่อวันในสัปดาห์ไม่ตรงกับวันที่ โปรดตรวจกับต้นทาง',
  thai_ce_year: 'เลขไทยแต่เป็นปีคริสต์ศักราช ระบบไม่แปลงให้ โปรดตรวจว่าเป็นปีหรือชื่อเรียก',
  year_missing: 'ไม่ได้บอกปี และข้อความอื่นไม่ได้บอกไว้ จึงไม่เสนอค่า',
  year_inferred: 'ไม่ได้บอกปี ค่าที่เสนอนำปีมาจากวันที่อื่นในข้อความที่ครอบวันนี้ไว้',
  numbers_differ: 'จำนวนหน่วยเดียวกันไม่เท่ากัน โปรดดูว่านับสิ่งเดียวกันหรือไม่ ระบบไม่เลือกให้',
  several_numbers: 'เป็นเลขหลายจำนวนรวมกัน ระบบไม่บวกให้ จึงไม่เสนอค่า',
  year_or_count: 'อาจเป็นปีหรือเป็นจำนวน จึงไม่เสนอค่า',
  several_organisations: 'ชื่อนี้ตรงกับหลายหน่วยงานในทะเบียน โปรดเลือก',
  several_places: 'ชื่อนี้ตรงกับหลายพื้นที่ โปรดเลือก',
  unknown_place: 'ไม่พบพื้นที่นี้ในรายชื่อทางการ โปรดตรวจตัวสะกดกับต้นทาง',
  several_offices: 'ชื่อเดียวกันแต่ตำแหน่งไม่ตรงกัน โปรดตรวจกับต้นทาง',
  repeated_line: 'ข้อความอีกบรรทัดแทรกอยู่กลางคำ น่าจะเป็นคำใต้ภาพที่ติดมา โปรดอ่านข้อความรอบๆ ด้วยตนเอง',
};

export const conflictText = ({ kind }: TextConflict): string => conflictTexts[kind];

const dateUseLabels: Readonly<Record<(typeof dateUses)[number], string>> = {
  adopted: 'วันที่ประกาศใช้หรือลงนาม',
  effective: 'วันที่เริ่มใช้',
  reviewDue: 'วันที่ครบกำหนดทบทวน',
};

const quantityUseLabels: Readonly<Record<(typeof quantityUses)[number], string>> = {
  claim_parties: 'จำนวนภาคีที่แหล่งอ้าง',
  claim: 'จำนวนอื่นที่แหล่งอ้าง',
  commitment: 'พันธสัญญาหรือเป้าหมาย',
};

export type Choice = { readonly value: string; readonly label: string };

const choices = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What a finding may be taken as. For a place that fits several, which one. */
export function usesOf(finding: Finding, placeLines: ReadonlyMap<string, string>): readonly Choice[] {
  switch (finding.kind) {
    case 'date':
      return choices(dateUseLabels);
    case 'quantity':
      return choices(quantityUseLabels);
    case 'organisation':
      return choices(partyRoleLabels);
    case 'place':
      return finding.codes.map((code) => ({ value: code, label: placeLines.get(code) ?? code }));
    case 'person':
      return choices(capacityLabels);
    default:
      return finding satisfies never;
  }
}

/** What is offered first: only what the words themselves say. */
export function statedUse(finding: Finding): string {
  switch (finding.kind) {
    case 'date':
      return '';
    case 'quantity':
      return finding.comparator !== null || finding.each !== null ? 'commitment' : '';
    case 'organisation':
      return finding.role ?? '';
    case 'place':
      return finding.codes.length === 1 ? (finding.codes[0] ?? '') : '';
    case 'person':
      return finding.capacity ?? '';
    default:
      return finding satisfies never;
  }
}

/** How the words were understood, in a few words; empty when they were not. */
export function understoodText(
  finding: Finding,
  names: {
    readonly organisationNames: ReadonlyMap<string, string>;
    readonly placeLines: ReadonlyMap<string, string>;
  },
): string {
  switch (finding.kind) {
    case 'date':
      return finding.value ? formatWrittenDate(finding.value, { era: 'both' }) : '';
    case 'quantity': {
      if (finding.value === null) return '';
      const comparator = finding.comparator === null ? '' : `${comparatorLabels[finding.comparator]} `;
      const each = finding.each === null ? '' : ` ต่อ${finding.each}`;
      return `${comparator}${formatNumber(finding.value)} ${finding.unit}${each}`;
    }
    case 'organisation':
      return finding.slugs.map((slug) => names.organisationNames.get(slug) ?? slug).join(' หรือ ');
    case 'place':
      if (finding.codes.length > 1) return `${formatNumber(finding.codes.length)} แห่งที่ชื่อตรงกัน`;
      return finding.codes.map((code) => names.placeLines.get(code) ?? code).join('');
    case 'person':
      return `${finding.name} · ${finding.office}`;
    default:
      return finding satisfies never;
  }
}
