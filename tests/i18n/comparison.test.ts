import { describe, expect, test } from 'vitest';
import { documentType } from '../../src/catalogue/index.ts';
import { compareManifests } from '../../src/domain/difference/compare-manifests.ts';
import { compareParts } from '../../src/domain/difference/compare-parts.ts';
import { partsOf } from '../../src/domain/difference/compared-part.ts';
import { countChanges } from '../../src/domain/difference/count-changes.ts';
import { replaceWhole } from '../../src/domain/difference/text-runs.ts';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Commitment, Manifest, Party } from '../../src/domain/edition.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import type { FactValue } from '../../src/domain/fact-value.ts';
import { summaryText } from '../../src/i18n/comparison.ts';
import { describeFields } from '../../src/i18n/comparison-fields.ts';
import { tellChanges } from '../../src/i18n/comparison-sentences.ts';
import { renderBody } from '../../src/render/render-markdown.ts';

const waste = 'ทุกครัวเรือนคัดแยกขยะเปียกออกจากขยะแห้งก่อนนำไปทิ้ง และนำขยะเปียกไปทำปุ๋ยใช้ในสวนของตน';
const water = 'คนในตำบลทดสอบช่วยกันขุดลอกลำห้วยปีละหนึ่งครั้งก่อนถึงฤดูฝน โดยนัดวันกันในประชาคมหมู่บ้าน';
const elders = 'อาสาสมัครไปเยี่ยมผู้สูงอายุที่อยู่ลำพังอย่างน้อยเดือนละครั้ง และบันทึกความต้องการไว้ในสมุดเยี่ยมบ้าน';

const tell = (before: string, after: string) => {
  const [a = [], b = []] = [before, after].map((markdown) => {
    const { provisions, preface } = renderBody(markdown);
    return partsOf(provisions, preface);
  });
  const difference = compareParts(a, b, replaceWhole);
  return [summaryText(countChanges(difference)), ...tellChanges(difference).map((one) => one.sentence)];
};
const clauses = (texts: readonly string[], word = 'ข้อ', first = 1): string =>
  texts.map((text, index) => `### ${word} ${index + first}\n\n${text}`).join('\n\n');

describe('the sentences of a comparison', () => {
  test('say that nothing changed when nothing did', () => {
    expect(tell(clauses([waste]), clauses([waste]))).toEqual(['ตัวบทไม่มีถ้อยคำใดเปลี่ยน']);
  });

  test('tell neighbours that got other numbers together', () => {
    expect(
      tell(
        clauses([waste, water, elders]),
        `### ข้อ 1\n\nคำนำของธรรมนูญทดสอบ\n\n${clauses([waste, water, elders], 'ข้อ', 2)}`,
      ),
    ).toEqual(['เพิ่ม 1 ข้อ ย้าย 3 ข้อ', 'เพิ่มข้อ 1', 'เลื่อนข้อ 1 ถึง ข้อ 3 เดิม ไปเป็นข้อ 2 ถึง ข้อ 4 โดยไม่แก้ถ้อยคำ']);
  });

  test('do not call it a change of words when only the digits are printed in another way', () => {
    const thai = `### ข้อ ๑\n\n${waste}\n\n### ข้อ ๒\n\n${water}`;
    expect(tell(thai, clauses([waste, water]))).toEqual([
      'เปลี่ยนวิธีเขียนเลข 2 ข้อ',
      'เปลี่ยนวิธีเขียนเลขของข้อ ๑ ถึง ข้อ ๒ เป็นข้อ 1 ถึง ข้อ 2 โดยเลขและถ้อยคำคงเดิม',
    ]);
  });

  test('name a split and a merger', () => {
    const whole = clauses([`${waste}\n\n${water}`]);
    const parts = clauses([waste, water]);
    expect(tell(whole, parts)).toEqual(['แยก 1 ข้อเป็น 2 ข้อ', 'แยกข้อ 1 เดิม เป็นข้อ 1 กับ ข้อ 2 โดยไม่แก้ถ้อยคำ']);
    expect(tell(parts, whole)).toEqual(['รวม 2 ข้อเป็น 1 ข้อ', 'รวมข้อ 1 เดิม กับ ข้อ 2 เดิม เป็นข้อ 1 โดยไม่แก้ถ้อยคำ']);
  });

  test('say from which chapter to which a clause went', () => {
    const before = `## หมวด 1 ก\n\n${clauses([waste, water])}\n\n## หมวด 2 ข\n\n### ข้อ 3\n\n${elders}`;
    const after = `## หมวด 1 ก\n\n${clauses([waste])}\n\n## หมวด 2 ข\n\n### ข้อ 2\n\n${water}\n\n### ข้อ 3\n\n${elders}`;
    expect(tell(before, after)).toEqual(['ย้าย 1 ข้อ', 'ย้ายข้อ 2 จากหมวด 1 ไปอยู่หมวด 2 โดยไม่แก้ถ้อยคำ']);
  });
});

describe('what changed beside the text', () => {
  const base: Manifest = draftOfNewWork({ type: 'charters', slug: 'test' }, 'ธรรมนูญทดสอบ', {
    subtype: 'tambon_charter',
    legalNature: 'social_agreement',
  });
  const party = (organisation: string, note: string | null = null): Party => ({
    organisation,
    role: 'party',
    note,
    actions: [],
    sources: [],
  });
  const commitment: Commitment = {
    id: 'c1',
    metric: 'ครัวเรือนคัดแยกขยะ',
    comparator: 'at_least',
    value: 50,
    unit: 'ครัวเรือน',
    scope: ['each_place'],
    per: null,
    due: notStated,
    period: null,
    domain: null,
    provision: null,
    textAsWritten: '๕๐ ครัวเรือน',
    sources: [],
  };
  const names = {
    place: (code: string) => `พื้นที่ ${code}`,
    organisation: (slug: string) => `หน่วยงาน ${slug}`,
    topic: String,
    field: (key: string) => ({ key, label: key }),
    subtype: String,
    target: (target: string) => (target === 'charters/test-target#cl-1' ? 'ธรรมนูญทดสอบ ข้อ 1' : target),
    adoptedLabel: 'ประกาศใช้',
  };
  const describeChange = (before: Partial<Manifest>, after: Partial<Manifest>) =>
    describeFields(compareManifests({ ...base, ...before }, { ...base, ...after }), names);

  test('names the provision of another work that a relation points at', () => {
    const relation = { kind: 'derives_from', target: 'charters/test-target#cl-1', note: null } as const;
    expect(describeChange({}, { relations: [relation] })).toEqual([
      { label: 'เอกสารที่เกี่ยวข้อง', lines: [{ kind: 'added', text: 'พัฒนามาจาก ธรรมนูญทดสอบ ข้อ 1' }] },
    ]);
  });

  test('is nothing when only the account of the change differs', () => {
    expect(describeChange({}, { edition: 2, changeNote: 'ทดสอบ', changeKind: 'editorial' })).toEqual([]);
  });

  test('names a party that joined, one that left, and one of which more is known', () => {
    const before = { parties: [party('ก'), party('ข')] };
    const after = { parties: [party('ค'), party('ข', 'หมายเหตุทดสอบ')] };
    expect(describeChange(before, after)).toEqual([
      {
        label: 'ภาคี',
        lines: [
          { kind: 'added', text: 'หน่วยงาน ค (ภาคี)' },
          { kind: 'removed', text: 'หน่วยงาน ก (ภาคี)' },
          { kind: 'details', text: 'หน่วยงาน ข (ภาคี)' },
        ],
      },
    ]);
  });

  test('knows a target by its id and shows the old number beside the new', () => {
    const fields = describeChange(
      { commitments: [commitment] },
      { commitments: [{ ...commitment, value: 100 }] },
    );
    expect(fields[0]?.lines).toEqual([
      {
        kind: 'replaced',
        before: 'ครัวเรือนคัดแยกขยะ ไม่น้อยกว่า 50 ครัวเรือน',
        after: 'ครัวเรือนคัดแยกขยะ ไม่น้อยกว่า 100 ครัวเรือน',
      },
    ]);
  });

  test('shows titles, labels, places and facts, each with its name', () => {
    const fields = describeChange(
      { places: ['990101'], facts: { mechanism: given('คณะทำงานทดสอบ') } },
      { title: 'ธรรมนูญทดสอบใหม่', label: given('ฉบับที่ 2'), places: ['990102'] },
    );
    expect(fields.map((one) => one.label)).toEqual(['ชื่อเอกสาร', 'ฉบับตามที่พิมพ์', 'พื้นที่', 'mechanism']);
    expect(fields[2]?.lines).toEqual([
      { kind: 'added', text: 'พื้นที่ 990102' },
      { kind: 'removed', text: 'พื้นที่ 990101' },
    ]);
    expect(fields[3]?.lines).toEqual([{ kind: 'replaced', before: 'คณะทำงานทดสอบ', after: 'ไม่ได้ระบุในแหล่ง' }]);
  });

  test('does not depend on the order of keys or of lists', () => {
    const turned = Object.fromEntries(Object.entries(commitment).reverse()) as Commitment;
    expect(
      describeChange(
        { commitments: [commitment], parties: [party('ก'), party('ข')] },
        { commitments: [turned], parties: [party('ข'), party('ก')] },
      ),
    ).toEqual([]);
  });
});

describe('a table of facts', () => {
  const base: Manifest = draftOfNewWork({ type: 'plans', slug: 'test' }, 'แผนทดสอบ', {
    subtype: 'resilience_plan',
    legalNature: 'plan',
  });
  const { fields } = documentType('plans');
  const names = {
    place: String,
    organisation: (slug: string) => `หน่วยงาน ${slug}`,
    topic: String,
    field: (key: string) => fields.find((one) => one.key === key) ?? { key, label: key },
    subtype: String,
    target: String,
    adoptedLabel: 'เริ่มใช้แผน',
  };
  const changed = (before: FactValue, after: FactValue) =>
    describeFields(
      compareManifests(
        { ...base, facts: { hazards: given(before) } },
        { ...base, facts: { hazards: given(after) } },
      ),
      names,
    );
  const flood = { name: given('น้ำท่วม'), act: given('น้ำถึงขีดแดง') };
  const fire = { name: given('ไฟป่า'), risk: given({ code: 'high' }) };

  test('is compared entry by entry, with the lines that it once was', () => {
    expect(changed(['น้ำท่วม', 'ภัยแล้ง'], [flood, fire])).toEqual([
      {
        label: 'ภัยที่ระบุ',
        lines: [
          { kind: 'added', text: 'ไฟป่า · ระดับความเสี่ยง: สูง' },
          { kind: 'removed', text: 'ภัยแล้ง' },
          { kind: 'replaced', before: 'น้ำท่วม', after: 'น้ำท่วม · สัญญาณลงมือ: น้ำถึงขีดแดง' },
        ],
      },
    ]);
  });

  test('says when its order alone changed', () => {
    expect(changed([flood, fire], [fire, flood])[0]?.lines).toEqual([
      { kind: 'told', text: 'รายการเดิม เรียงลำดับใหม่' },
    ]);
  });
});
