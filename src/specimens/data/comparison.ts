import { compareEditions, type EditionDifference } from '../../domain/difference/compare-editions.ts';
import { partsOf } from '../../domain/difference/compared-part.ts';
import { replaceWhole, type TextRun } from '../../domain/difference/text-runs.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { ComparisonField } from '../../i18n/comparison-fields.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { testManifest } from './edition.ts';
import { firstManifest } from './edition-page.ts';

const earlier: Manifest = {
  ...firstManifest,
  body: testManifest.body
    .replace('ทุกสองปี', 'ทุกสี่ปี')
    .replace('## หมวด 2 การทบทวน', '### ข้อ 4 บททดสอบที่ตัดออก\n\nข้อความทดสอบที่ถูกตัดออก\n\n## หมวด 2 การทบทวน'),
};

const sideOf = (manifest: Manifest) => {
  const { provisions, preface } = renderBody(manifest.body);
  return { manifest, parts: partsOf(provisions, preface) };
};

/** Between the first and the second test edition: a clause reworded, one removed, the rest as it was. */
export const testDifference: EditionDifference = compareEditions(
  sideOf(earlier),
  sideOf(testManifest),
  replaceWhole,
);

export const testRuns: readonly TextRun[] = [
  { kind: 'same', text: 'ทบทวน' },
  { kind: 'removed', text: 'ทุกสี่ปี' },
  { kind: 'added', text: 'ทุกสองปี' },
  { kind: 'same', text: ' ในเวทีทดสอบของตำบล' },
];

/** A text whose long middle did not change. */
export const longRuns: readonly TextRun[] = [
  ...testRuns,
  {
    kind: 'same',
    text: `\n${['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า'].map((word) => `ย่อหน้าทดสอบที่${word}`).join('\n')}`,
  },
];

export const testComparisonFields: readonly ComparisonField[] = [
  { label: 'ชื่อเอกสาร', lines: [{ kind: 'marks', marks: testRuns }] },
  { label: 'ประกาศใช้', lines: [{ kind: 'replaced', before: '15 พฤษภาคม 2560', after: '15 พฤษภาคม 2562' }] },
  {
    label: 'พื้นที่',
    lines: [
      { kind: 'added', text: 'ต.ทดสอบเหนือ' },
      { kind: 'removed', text: 'ต.ทดสอบใต้' },
      { kind: 'details', text: 'ต.ทดสอบกลาง' },
    ],
  },
];
