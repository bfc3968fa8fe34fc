import { documentType } from '../catalogue/index.ts';
import { draftOfNewWork } from '../domain/draft.ts';
import type { Manifest } from '../domain/edition.ts';
import { given } from '../domain/fact.ts';
import type { WorkName, WorkType } from '../domain/work.ts';
import { toThaiDigits } from '../thai/digits.ts';
import { chapters, duties, issues, manners, subjects } from './phrases.ts';
import { type Random, randomFrom } from './random.ts';

/** Of every ten generated works: six charters, one of each other type. */
const types: readonly WorkType[] = [
  'charters',
  'charters',
  'charters',
  'charters',
  'charters',
  'charters',
  'agreements',
  'plans',
  'projects',
  'cases',
];

const clausesPerChapter = 4;

/** The name of a generated work. */
export const testWorkName = (serial: number): WorkName => ({
  type: types[serial % types.length] ?? 'charters',
  slug: `test-${String(serial).padStart(6, '0')}`,
});

/**
 * The editions of one generated work: obvious test data, the same for the same seed and number. Every
 * eighth work has two editions.
 * @param places tambon codes to choose from
 */
export function testEditions(
  seed: number,
  serial: number,
  places: readonly string[],
): { readonly name: WorkName; readonly editions: readonly Manifest[] } {
  const random = randomFrom(seed * 1_000_003 + serial);
  const name = testWorkName(serial);
  const first = testEdition(random, name, serial, random.pick(places));
  if (serial % 8 !== 0) return { name, editions: [first] };
  const second: Manifest = {
    ...first,
    edition: 2,
    label: given(`ฉบับทดสอบที่ 2 พ.ศ. ${2561 + (serial % 6)}`),
    changeKind: 'substantive',
    changeNote: 'เพิ่มข้อทดสอบท้ายฉบับ',
    body: `${first.body}\n\n### ข้อ ${chapters.length * clausesPerChapter + 1} ข้อที่เพิ่ม\n\n${sentence(random)}`,
  };
  return { name, editions: [first, second] };
}

function testEdition(random: Random, name: WorkName, serial: number, place: string): Manifest {
  const { label, subtypes, legalNatures } = documentType(name.type);
  const issue = random.pick(issues);
  const year = 2555 + (serial % 12);
  return {
    ...draftOfNewWork(name, `ข้อมูลทดสอบ: ${label}ว่าด้วย${issue} หมายเลข ${serial}`, {
      subtype: Object.keys(subtypes)[0] ?? '',
      legalNature: legalNatures[0] ?? 'informational',
    }),
    provenance: 'test',
    label: given(`ฉบับทดสอบที่ 1 พ.ศ. ${year}`),
    summary: 'ข้อมูลนี้สร้างขึ้นเพื่อทดสอบระบบ ไม่ใช่เอกสารของพื้นที่จริง',
    scope: 'tambon',
    places: [place],
    adopted: given({
      start: String(year - 543),
      end: null,
      precision: 'year',
      textAsWritten: `พ.ศ. ${year}`,
      isInferred: false,
    }),
    body: testBody(random),
  };
}

function testBody(random: Random): string {
  return chapters
    .map((title, chapter) => {
      const clauses = Array.from({ length: clausesPerChapter }, (_, index) => {
        const number = chapter * clausesPerChapter + index + 1;
        const second = index % 4 === 0 ? `\n\n${sentence(random)}` : '';
        return `### ข้อ ${number} ${random.pick(issues)}\n\n${sentence(random)}${second}`;
      });
      return `## หมวด ${chapter + 1} ${title}\n\n${clauses.join('\n\n')}`;
    })
    .join('\n\n');
}

function sentence(random: Random): string {
  const share = toThaiDigits(String(10 + random.below(90)));
  return `ให้${random.pick(subjects)}${random.pick(duties)} ${random.pick(manners)} อย่างน้อยร้อยละ ${share} ของพื้นที่ และ${random.pick(duties)}${random.pick(manners)}`;
}
