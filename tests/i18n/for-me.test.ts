import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/domain/edition.ts';
import { given, notStated } from '../../src/domain/fact.ts';
import type { PlaceChain } from '../../src/domain/place.ts';
import { forMe } from '../../src/i18n/for-me.ts';

const manifest = {
  provenance: 'documented',
  legalNature: 'social_agreement',
  scopeNote: null,
  reviewDue: notStated,
} as unknown as Manifest;
const chain: PlaceChain = [
  {
    code: '900101',
    level: 'tambon',
    name: 'ทดสอบ',
    nameEn: null,
    parentCode: '9001',
    postcode: null,
    isBangkok: false,
  },
];
const edition = {
  manifest,
  type: 'charters',
  standing: 'adopted',
  isCurrent: true,
  places: [chain],
  possiblePlaces: [],
} as const;
const told = (change: Partial<Parameters<typeof forMe>[0]> = {}) =>
  forMe({ ...edition, ...change }).join('\n');

describe('what a document has to do with its reader', () => {
  test('is told by place, kind and standing', () => {
    expect(told()).toContain('พื้นที่: ต.ทดสอบ');
    expect(told()).toContain('ไม่ใช่กฎหมาย');
    expect(told()).toContain('ประกาศใช้แล้ว');
  });

  test('names no review that no source states, and the review that one states', () => {
    expect(told()).not.toContain('ทบทวน');
    const reviewDue = given({
      start: '2027',
      end: null,
      precision: 'year',
      textAsWritten: null,
      isInferred: false,
    } as const);
    expect(told({ manifest: { ...manifest, reviewDue } })).toContain('กำหนดทบทวน: พ.ศ.\u00a02570');
  });

  test('does not choose a place that the source leaves open', () => {
    const text = told({ places: [], possiblePlaces: [chain] });
    expect(text).toContain('ไม่ชี้ชัด');
    expect(text).not.toContain('ต.ทดสอบ');
  });

  test('of an edition that is not current sends to the current one and gives no standing', () => {
    const text = told({ isCurrent: false });
    expect(text).toContain('ไม่ใช่ฉบับปัจจุบัน');
    expect(text).not.toContain('สถานะ:');
  });

  test('calls a plan a plan and not a map', () => {
    const text = told({ type: 'plans', manifest: { ...manifest, legalNature: 'plan' } });
    expect(text).toContain('เป็นแผนงาน');
    expect(text).not.toContain('แผนที่');
  });

  test('of a model text is that it concerns nobody yet', () => {
    expect(forMe({ ...edition, manifest: { ...manifest, provenance: 'model' } })).toHaveLength(1);
  });
});
