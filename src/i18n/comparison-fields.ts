import { isEmptyList, type ListDifference } from '../domain/difference/compare-lists.ts';
import type { FieldChange, ManifestDifference } from '../domain/difference/compare-manifests.ts';
import type { TextRun } from '../domain/difference/text-runs.ts';
import type { Commitment } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import type { FactValue } from '../domain/fact-value.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { attachmentKindLabels, fileSizeText } from './attachments.ts';
import { type ComparedField, compareTables, factText, rowText } from './fact-text.ts';
import {
  capacityLabels,
  commitmentPeriodLabels,
  comparatorLabels,
  evidenceLevelLabels,
  partyRoleLabels,
  provenanceLabels,
  relationKindLabels,
  scopeLabels,
  textRightsLabels,
  valueStateLabels,
} from './labels.ts';
import { legalNatureTexts } from './legal-natures.ts';
import { formatNumber } from './numbers.ts';

/** What codes and keys are called; each answers the code itself when it knows no name. */
export type NamesOfComparison = {
  readonly place: (code: string) => string;
  readonly organisation: (slug: string) => string;
  readonly topic: (topic: string) => string;
  readonly field: (key: string) => ComparedField;
  readonly subtype: (key: string) => string;
  /** What a relation points at, `type/slug#eid`. */
  readonly target: (target: string) => string;
  readonly adoptedLabel: string;
};

/** One line under the name of a field or list. */
export type ComparisonLine =
  | { readonly kind: 'added' | 'removed'; readonly text: string }
  | { readonly kind: 'replaced'; readonly before: string; readonly after: string }
  | { readonly kind: 'marks'; readonly marks: readonly TextRun[] }
  /** Something in it changed that its short text does not show. */
  | { readonly kind: 'details'; readonly text: string }
  | { readonly kind: 'told'; readonly text: string };

export type ComparisonField = { readonly label: string; readonly lines: readonly ComparisonLine[] };

/** Everything that changed beside the text, as fields with lines. Empty when nothing did. */
export function describeFields(
  difference: ManifestDifference,
  names: NamesOfComparison,
): readonly ComparisonField[] {
  const lists: readonly ComparisonField[] = [
    listField(
      'ภาคี',
      difference.parties,
      (one) => `${names.organisation(one.organisation)} (${partyRoleLabels[one.role]})`,
    ),
    listField('เป้าหมายที่นับได้', difference.commitments, commitmentText),
    listField('ผู้ลงนามและผู้เกี่ยวข้อง', difference.people, (one) =>
      [one.name, one.office, `(${capacityLabels[one.capacity]})`].filter((part) => part !== null).join(' '),
    ),
    listField('ตัวเลขที่แหล่งข่าวอ้าง', difference.claims, (one) => one.textAsWritten),
    listField(
      'เอกสารที่เกี่ยวข้อง',
      difference.relations,
      (one) => `${relationKindLabels[one.kind]} ${names.target(one.target)}`,
    ),
    listField('แหล่งอ้างอิง', difference.sources, (one) => one.title),
    listField(
      'เอกสารแนบ',
      difference.attachments,
      (one) => `${one.title} (${attachmentKindLabels[one.kind]}, ${fileSizeText(one.bytes)})`,
    ),
  ];
  return [...difference.fields.map((one) => fieldOf(one, names)), ...lists].filter(
    ({ lines }) => lines.length > 0,
  );
}

function listField<T>(label: string, list: ListDifference<T>, textOf: (entry: T) => string): ComparisonField {
  if (isEmptyList(list)) return { label, lines: [] };
  return {
    label,
    lines: [
      ...list.added.map((one): ComparisonLine => ({ kind: 'added', text: textOf(one) })),
      ...list.removed.map((one): ComparisonLine => ({ kind: 'removed', text: textOf(one) })),
      ...list.changed.map(({ before, after }) => replaced(textOf(before), textOf(after))),
    ],
  };
}

const replaced = (before: string, after: string): ComparisonLine =>
  before === after ? { kind: 'details', text: after } : { kind: 'replaced', before, after };

function commitmentText(one: Commitment): string {
  const per = one.per === null ? '' : ` ${commitmentPeriodLabels[one.per]}`;
  const due = one.due.kind === 'given' ? ` ภายใน ${formatWrittenDate(one.due.value)}` : '';
  return `${one.metric} ${comparatorLabels[one.comparator]} ${formatNumber(one.value)} ${one.unit}${per}${due}`;
}

/** Of a fact that is no fact of the catalogue, and holds neither codes nor columns. */
const plain: ComparedField = { key: '', label: '' };

const textLabels = {
  title: 'ชื่อเอกสาร',
  titleEn: 'ชื่อภาษาอังกฤษ',
  summary: 'สรุป',
  scopeNote: 'คำอธิบายขอบเขต',
  placeNote: 'หมายเหตุเรื่องพื้นที่',
} as const;

const nameLabels = {
  places: 'พื้นที่',
  possiblePlaces: 'พื้นที่ที่อาจหมายถึง',
  topics: 'เรื่อง',
  aliases: 'ชื่ออื่น',
} as const;

function fieldOf(change: FieldChange, names: NamesOfComparison): ComparisonField {
  switch (change.kind) {
    case 'text':
      return { label: textLabels[change.field], lines: [{ kind: 'marks', marks: change.marks }] };
    case 'label':
      return {
        label: 'ฉบับตามที่พิมพ์',
        lines: [replaced(factText(change.before, plain, names), factText(change.after, plain, names))],
      };
    case 'date': {
      const labels = { adopted: names.adoptedLabel, effective: 'วันที่มีผล', reviewDue: 'กำหนดทบทวน' };
      const lines = [replaced(factText(change.before, plain, names), factText(change.after, plain, names))];
      return { label: labels[change.field], lines };
    }
    case 'choice':
      return choiceField(change, names);
    case 'names': {
      const nameOf = {
        places: names.place,
        possiblePlaces: names.place,
        topics: names.topic,
        aliases: String,
      };
      const line =
        (kind: 'added' | 'removed') =>
        (code: string): ComparisonLine => ({
          kind,
          text: nameOf[change.field](code),
        });
      return {
        label: nameLabels[change.field],
        lines: [...change.added.map(line('added')), ...change.removed.map(line('removed'))],
      };
    }
    case 'fact': {
      const field = names.field(change.key);
      return { label: field.label, lines: factLines(change, field, names) };
    }
    default:
      return change satisfies never;
  }
}

function choiceField(
  { field, before, after }: Extract<FieldChange, { readonly kind: 'choice' }>,
  names: NamesOfComparison,
): ComparisonField {
  const wording: Readonly<Record<typeof field, readonly [string, (value: string) => string | undefined]>> = {
    subtype: ['ประเภท', names.subtype],
    legalNature: ['สถานะทางกฎหมาย', (value) => entryOf(legalNatureTexts, value)?.label],
    scope: ['ขอบเขต', (value) => entryOf(scopeLabels, value)],
    evidenceLevel: ['ระดับหลักฐาน', (value) => entryOf(evidenceLevelLabels, value)],
    textRights: ['สิทธิในตัวบท', (value) => entryOf(textRightsLabels, value)],
    provenance: ['ที่มาของข้อมูล', (value) => entryOf(provenanceLabels, value)],
  };
  const [label, nameOf] = wording[field];
  const textOf = (value: string | null) =>
    value === null ? valueStateLabels.not_stated : (nameOf(value) ?? value);
  return { label, lines: [replaced(textOf(before), textOf(after))] };
}

const entryOf = <T>(labels: Readonly<Record<string, T>>, key: string): T | undefined => labels[key];

/** The entries of a table one by one, any other fact as a whole. */
function factLines(
  { before, after }: Extract<FieldChange, { readonly kind: 'fact' }>,
  field: ComparedField,
  names: NamesOfComparison,
): readonly ComparisonLine[] {
  const entries = compareTables(before, after, field);
  if (!entries) {
    const [old, recent] = [before, after].map((fact: Fact<FactValue> | null) =>
      fact === null ? valueStateLabels.not_stated : factText(fact, field, names),
    );
    return [replaced(old ?? '', recent ?? '')];
  }
  const { lines } = listField(field.label, entries.difference, (row) => rowText(row, field, names));
  if (lines.length > 0) return lines;
  return entries.isReordered
    ? [{ kind: 'told', text: 'รายการเดิม เรียงลำดับใหม่' }]
    : [{ kind: 'details', text: `${formatNumber(entries.count)} รายการ` }];
}
