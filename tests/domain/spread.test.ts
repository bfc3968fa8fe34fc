import { describe, expect, test } from 'vitest';
import { type AdoptionStatement, joinAdoptions, keyOfAdopter } from '../../src/domain/adoption.ts';
import { notStated } from '../../src/domain/fact.ts';
import { lineageNote, lineageRemark } from '../../src/domain/lineage.ts';
import { originsOf, spreadOf } from '../../src/domain/spread.ts';
import { type WorkName, workNamed } from '../../src/domain/work.ts';
import { writtenDay } from '../../src/thai/written-date.ts';

const named = (path: string): WorkName => {
  const work = workNamed(path);
  if (!work) throw new Error(path);
  return work;
};
const root = named('cases/forest');

/** `charters/b#cl-7 < cases/forest`: b took the case over as its cl-7. */
function told(text: string, more: Partial<AdoptionStatement> = {}): AdoptionStatement {
  const [adopter = '', origin = ''] = text.split(' < ');
  const [work = '', adapted = null] = adopter.split('#');
  const [from = '', eid = null] = origin.split('#');
  return {
    statedBy: 'adopter',
    kind: 'adopts',
    origin: { work: named(from), eid },
    adopter: { work: named(work), organisations: [], words: null },
    adapted,
    adaptedWords: null,
    date: notStated,
    change: null,
    sources: [],
    told: { ...named(work), edition: 1 },
    ...more,
  };
}

const onDay = (day: string) => ({ kind: 'given', value: writtenDay(day), note: null, sources: [] }) as const;

const waysOf = (statements: readonly AdoptionStatement[]) =>
  spreadOf(root, statements).adoptions.map(({ adopter, hop }) => `${hop} ${keyOfAdopter(adopter)}`);

describe('what became of a case', () => {
  test('nothing is told, so nothing is counted', () => {
    expect(spreadOf(root, [])).toEqual({ adoptions: [], adopters: 0, hops: 0 });
  });

  test('who took an adapted clause from an adopter is a hop further', () => {
    const statements = [
      told('charters/c#cl-2 < charters/b#cl-7', { kind: 'derives_from' }),
      told('charters/b#cl-7 < cases/forest'),
    ];
    expect(waysOf(statements)).toEqual(['1 charters/b', '2 charters/c']);
    expect(spreadOf(root, statements)).toMatchObject({ adopters: 2, hops: 2 });
  });

  test('who took another clause of an adopter does not count, a paragraph of the clause and the whole text do', () => {
    const b = told('charters/b#cl-7 < cases/forest');
    expect(waysOf([b, told('charters/c#cl-2 < charters/b#cl-9')])).toEqual(['1 charters/b']);
    expect(waysOf([b, told('charters/c#cl-2 < charters/b#cl-70')])).toEqual(['1 charters/b']);
    expect(waysOf([b, told('charters/c#cl-2 < charters/b#cl-7-p-2')])).toHaveLength(2);
    expect(waysOf([b, told('charters/c#cl-2 < charters/b')])).toHaveLength(2);
  });

  test('an adopter that names no clause of its own hands on only its whole text', () => {
    const b = told('charters/b < cases/forest');
    expect(waysOf([b, told('charters/c < charters/b#cl-1')])).toEqual(['1 charters/b']);
    expect(waysOf([b, told('charters/c < charters/b')])).toEqual(['1 charters/b', '2 charters/c']);
  });

  test('texts that took from each other are counted once each, and the case is not its own adopter', () => {
    const statements = [
      told('charters/b#cl-1 < cases/forest'),
      told('charters/c#cl-1 < charters/b#cl-1'),
      told('charters/b#cl-1 < charters/c#cl-1'),
      told('cases/forest < charters/c'),
    ];
    expect(spreadOf(root, statements)).toMatchObject({ adopters: 2, hops: 2 });
  });

  test('the way back leads to the cases that something came from, and to no others', () => {
    const statements = [
      told('charters/c#cl-2 < charters/b#cl-7'),
      told('charters/c#cl-3 < charters/b#cl-9'),
      told('charters/b#cl-7 < cases/forest'),
      told('charters/b#cl-8 < cases/water'),
    ];
    const origins = originsOf(named('charters/c'), statements).map(({ slug }) => slug);
    expect(origins).toContain('forest');
    expect(origins).not.toContain('water');
  });
});

describe('what the two ends of an adoption tell', () => {
  const own = told('charters/b#cl-7 < cases/forest', {
    adopter: { work: named('charters/b'), organisations: ['sao-b'], words: null },
    date: onDay('2020-05-01'),
  });
  const byCase = (more: Partial<AdoptionStatement> = {}) =>
    told('charters/b < cases/forest', {
      statedBy: 'origin',
      adopter: { work: null, organisations: ['sao-b'], words: null },
      date: onDay('2020'),
      told: { ...root, edition: 1 },
      ...more,
    });

  test('is one adoption, and a year does not contradict a day of it', () => {
    const [adoption, ...others] = joinAdoptions([byCase(), own]);
    expect(others).toEqual([]);
    expect(adoption?.statements.map(({ statedBy }) => statedBy)).toEqual(['adopter', 'origin']);
    expect(adoption?.contested).toEqual([]);
  });

  test('stands side by side where it differs', () => {
    expect(joinAdoptions([own, byCase({ date: onDay('2019-01-01') })])[0]?.contested).toEqual(['date']);
    const other = byCase({ adopter: own.adopter, adapted: 'cl-3' });
    expect(joinAdoptions([own, other])[0]?.contested).toEqual(['provision']);
  });

  test('an organisation with several such texts is not put to any of them', () => {
    const second = { ...own, adopter: { ...own.adopter, work: named('charters/d') } };
    expect(joinAdoptions([own, second, byCase()])).toHaveLength(3);
  });

  test('words that name no body of the register are an adopter of their own', () => {
    const words = byCase({ adopter: { work: null, organisations: [], words: 'ตำบลทดสอบ' } });
    expect(spreadOf(root, [own, words]).adopters).toBe(2);
  });
});

test('the remark of a relation is what its note says beside edition and provision', () => {
  const note = lineageNote(2, { eid: 'cl-7', label: 'ข้อ 7' });
  expect(lineageRemark(note)).toBeNull();
  expect(lineageRemark(`${note} ตัดเรื่องค่าปรับออก`)).toBe('ตัดเรื่องค่าปรับออก');
  expect(lineageRemark('ตัดเรื่องค่าปรับออก')).toBe('ตัดเรื่องค่าปรับออก');
  expect(lineageRemark(null)).toBeNull();
});
