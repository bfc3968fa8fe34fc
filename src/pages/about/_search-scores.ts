import recorded from '../../../content/search-score.json' with { type: 'json' };
import type { RecordedScores, Score } from '../../search/recorded-score.ts';

type Row = {
  readonly label: string;
  readonly note?: string;
  readonly values: readonly string[];
  readonly isOwn?: boolean;
};

const scores: RecordedScores = recorded;

/** The engines in the order of the table; one that was not measured is left out. */
const engineLabels: Readonly<Record<string, { readonly label: string; readonly note: string }>> = {
  ours: { label: 'ทะเบียน ในเบราว์เซอร์', note: 'ที่ผู้ใช้ทุกคนใช้' },
  server: { label: 'ทะเบียน บนเซิร์ฟเวอร์', note: 'เมื่อไม่ใช้ JavaScript และสำหรับโปรแกรม' },
  pagefind: { label: 'Pagefind', note: 'ใช้ตามที่มา ตั้งภาษาเป็นไทย' },
  fts5: { label: 'SQLite FTS5 trigram', note: 'บนรูปเขียนเดียวกับทะเบียน' },
  minisearch: { label: 'MiniSearch', note: 'แบ่งคำด้วย ICU' },
};

const kindLabels: Readonly<Record<string, string>> = {
  place: 'ชื่อสถานที่',
  compound: 'คำประสม',
  phrase: 'ถ้อยคำติดกัน',
  substring: 'ส่วนหนึ่งของถ้อยคำ',
  digits: 'ตัวเลขและปี',
  marks: 'สระและวรรณยุกต์ที่เก็บต่างแบบ',
  english: 'คำอังกฤษ',
  prefix: 'พิมพ์ยังไม่จบคำ',
  typo: 'พิมพ์ผิด',
  nospace: 'คำถามยาวไม่เว้นวรรค',
  multi: 'หลายคำ',
  known: 'เอกสารที่รู้ชื่อ',
  synonym: 'ชื่อย่อกับชื่อเต็ม',
  confusable: 'คำที่เขียนคล้ายกัน',
};

export const measures = ['หาครบ', 'ตรง', 'สิบรายการแรก', 'อันดับแรกที่ตรง', 'ไม่พบ'] as const;
export const costMeasures = ['ครั้งแรก', 'ครั้งแรก (ช้าสุด 5%)', 'ครั้งต่อไป', 'ครั้งต่อไป (ช้าสุด 5%)'] as const;

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

const valuesOf = ({ recall, precision, precisionAt10, mrr, noResult }: Score): readonly string[] =>
  [recall, precision, precisionAt10, mrr, noResult].map(percent);

/** One row for each engine that was measured. */
export const engineRows: readonly Row[] = Object.entries(engineLabels).flatMap(([engine, labels]) => {
  const score = scores[engine];
  return score === undefined ? [] : [{ ...labels, values: valuesOf(score.total), isOwn: engine === 'ours' }];
});

const own = scores['ours'];

/** The register's own search, by kind of query. */
export const kindRows: readonly Row[] = Object.entries(own?.kinds ?? {}).map(([kind, score]) => ({
  label: kindLabels[kind] ?? kind,
  note: `${score.queries} คำค้น`,
  values: valuesOf(score),
}));

/** What a search in the browser costs a visitor. */
export const costRows: readonly Row[] = own === undefined ? [] : costsOf(own.cost);

function costsOf({ first, next }: (typeof scores)[string]['cost']): readonly Row[] {
  const row = (label: string, measure: keyof typeof first): Row => ({
    label,
    values: [first[measure].p50, first[measure].p95, next[measure].p50, next[measure].p95].map(String),
  });
  return [
    row('ข้อมูลที่โหลด (กิโลไบต์)', 'kilobytes'),
    row('จำนวนครั้งที่โหลด', 'requests'),
    row('เวลา (มิลลิวินาที บนเครื่องที่วัด)', 'milliseconds'),
  ];
}

/** How many works and queries, and the day (CE ISO) of the last run; null before the first. */
export const measured =
  own === undefined ? null : { works: own.cost.build.works, queries: own.total.queries, on: own.measuredOn };
