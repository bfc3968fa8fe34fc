import { describe, expect, test } from 'vitest';
import { lineageNote, lineageOf, lineageRemark } from '../../src/domain/lineage.ts';
import { suggestSlug } from '../../src/domain/suggest-slug.ts';

describe('where words come from', () => {
  test('is read from a relation as it was written', () => {
    const note = lineageNote(12, { eid: 'cl-5-1', label: 'ข้อ ๕/๑' });
    expect(note).toBe('ฉบับลำดับที่ 12 ใช้ที่ข้อ ๕/๑ (#cl-5-1)');
    expect(lineageOf({ target: 'charters/test-one#cl-2', note })).toEqual({
      work: { type: 'charters', slug: 'test-one' },
      from: 'cl-2',
      edition: 12,
      to: 'cl-5-1',
    });
  });

  test('is read beside further words, in either digits', () => {
    const relation = { target: 'plans/test-one', note: 'ฉบับลำดับที่ ๓ ปรับถ้อยคำให้เข้ากับพื้นที่' };
    expect(lineageOf(relation)).toMatchObject({ from: null, edition: 3, to: null });
  });

  test('stands beside a remark, which is what is left of the note', () => {
    const note = lineageNote(1, { eid: 'cl-7', label: 'ข้อ 7' });
    expect(lineageRemark(note)).toBeNull();
    expect(lineageRemark(`${note} ใส่วันของหมู่บ้าน`)).toBe('ใส่วันของหมู่บ้าน');
    expect(lineageRemark('เฉพาะวิธีนับ (ปี 2560)')).toBe('เฉพาะวิธีนับ (ปี 2560)');
    expect(lineageRemark(null)).toBeNull();
  });

  test('is not made up where a relation does not say it', () => {
    const none = { work: null, from: null, edition: null, to: null };
    expect(lineageOf({ target: 'somewhere else', note: null })).toEqual(none);
    expect(lineageOf({ target: 'x/y#', note: 'อ่านเมื่อปี 2560' })).toEqual(none);
  });
});

describe('a name for an address', () => {
  const free = () => false;

  test('comes from the official English name of the place and the type', () => {
    expect(suggestSlug('charters', 'Ban Yuak', free)).toBe('ban-yuak-charter');
    expect(suggestSlug('plans', "Ra-ngae's", free)).toBe('ra-ngae-s-plan');
  });

  test('gets a number when it is taken', () => {
    const taken = new Set(['ban-yuak-charter', 'ban-yuak-charter-2']);
    expect(suggestSlug('charters', 'Ban Yuak', (slug) => taken.has(slug))).toBe('ban-yuak-charter-3');
  });

  test('is not made up for a place without an English name', () => {
    expect(suggestSlug('charters', null, free)).toBeNull();
    expect(suggestSlug('charters', 'บ้านหยวก', free)).toBeNull();
  });
});
