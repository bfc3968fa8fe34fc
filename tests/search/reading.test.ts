import { describe, expect, it } from 'vitest';
import { startEffort } from '../../src/search/effort.ts';
import { readRun } from '../../src/search/reading.ts';
import { insertion, omission, substitution, swap } from '../../src/search/slip-cost.ts';
import { arcsFrom, dearestSlips } from '../../src/search/word-arcs.ts';
import {
  decodeWordList,
  encodeWordList,
  type KnownWord,
  mergeWordLists,
  toWordList,
} from '../../src/search/word-list.ts';
import { cpuOf } from '../support/cpu-of.ts';

const word = (text: string, kind: KnownWord['kind'] = 'word'): KnownWord => ({ text, kind, magnitude: 4 });
const list = [word('กระดานลอง', 'name'), word('ขยะชุมชน'), word('ปลาทู'), word('ปลาร้า'), word('ธรรมนูญ')].sort(
  (a, b) => (a.text < b.text ? -1 : 1),
);
const code = (letter: string): number => letter.charCodeAt(0);
const read = async (letters: string): Promise<string> =>
  (await readRun([list], letters, { withSlips: true }, startEffort()))[0]?.pieces
    .map(({ text }) => text)
    .join('|') ?? '';
const slipsIn = async (letters: string): Promise<number | undefined> =>
  (await readRun([list], letters, { withSlips: true }, startEffort()))[0]?.slips;

describe('a run of letters', () => {
  it('is read as words as written where there are such', async () => {
    expect(await read('ขยะชุมชนตำบลกระดานลอง')).toBe('ขยะชุมชน|ตำบล|กระดานลอง');
  });
  it('is read with its slips put right, at a cost', async () => {
    expect(await read('ธรรมนูณ')).toBe('ธรรมนูญ');
    expect(await slipsIn('ธรรมนูญ')).toBe(0);
    expect(await slipsIn('ธรรมนูณ')).toBeGreaterThan(0);
  });
  it('keeps what no list knows as it stands', async () => {
    expect(await read('ขยะชุมชนษษษษษ')).toBe('ขยะชุมชน|ษษษษษ');
  });
  it('is read within its time even when it is as long as a query may be', async () => {
    const { cpu } = await cpuOf(() =>
      readRun([list], 'ปลาทธ'.repeat(40), { withSlips: true }, startEffort()),
    );
    expect(cpu).toBeLessThan(1500);
  });
  it('lets others have their turn while it is read', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) =>
      word(`ก${n.toString(5).replace(/[0-4]/g, (digit) => 'าขอดน'.charAt(Number(digit)))}`),
    ).sort((a, b) => (a.text < b.text ? -1 : 1));
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    await readRun([many], 'กขอดน'.repeat(10), { withSlips: true }, startEffort());
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('the cost of a slip', () => {
  it('is smallest for marks and doubled letters, then for letters alike, then for neighbours on the keyboard', () => {
    const mark = omission(code('้'), code('า'));
    const alike = substitution(code('ณ'), code('น'));
    const near = substitution(code('ย'), code('บ'));
    const other = substitution(code('ม'), code('ห'));
    expect(mark).toBeLessThan(alike);
    expect(alike).toBeLessThan(near);
    expect(near).toBeLessThan(other);
    expect(insertion(code('ก'), code('ก'))).toBeLessThan(insertion(code('ก'), code('ข')));
    expect(swap).toBeLessThan(2 * other);
  });
  it('finds every word within the limit and no other', () => {
    const found = (limit: number) =>
      arcsFrom(list, 'ปลาทุ', 0, limit, startEffort()).map(({ word: { text } }) => text);
    expect(found(0)).toEqual([]);
    expect(found(dearestSlips.whole)).toContain('ปลาทู');
    expect(found(dearestSlips.whole)).not.toContain('ปลาร้า');
  });
});

describe('a word list', () => {
  it('comes back from its file as it went in', () => {
    expect(decodeWordList(encodeWordList(list))).toEqual(list);
    expect(decodeWordList(encodeWordList([]))).toEqual([]);
  });
  it('calls a word a name when it is one in a good part of its editions', () => {
    const counted = new Map([
      ['ในเมือง', { editions: 100, asName: 3, importance: 0 }],
      ['กระดานลอง', { editions: 4, asName: 4, importance: 8 }],
    ]);
    expect(toWordList(counted).map(({ text, kind }) => `${text} ${kind}`)).toEqual([
      'กระดานลอง name',
      'ในเมือง word',
    ]);
  });
  it('of several folders holds each word once, in order', () => {
    const merged = mergeWordLists([[word('ก้า'), word('ข้า')], [{ ...word('ก้า'), magnitude: 9 }]]);
    expect(merged.map(({ text, magnitude }) => [text, magnitude])).toEqual([
      ['ก้า', 9],
      ['ข้า', 4],
    ]);
  });
});
