import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportedText } from '../../src/domain/imported-text.ts';
import { convert } from '../../src/intake/convert.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { aWordFile, type Block, type ChapterShape, type ClauseShape, type ListShape } from './word-files.ts';

async function imported(file: Buffer): Promise<ImportedText> {
  const result = await convert('docx', file);
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
}

const chapterShapes: readonly ChapterShape[] = ['heading', 'centred', 'two_lines', 'bold'];
const clauseShapes: readonly ClauseShape[] = ['automatic', 'typed', 'heading'];
const listShapes: readonly ListShape[] = ['bullets', 'decimal', 'thai_numbers', 'thai_letters', 'nested'];

/** A charter as officers type it: chapters, clauses of one shape, lists, tables and notes in between. */
function aCharter(seed: number): readonly Block[] {
  const at = (count: number, step: number): number => (seed * 7 + step * 13 + (seed % 5) * step) % count;
  const chapterShape = chapterShapes[seed % 4] ?? 'heading';
  const clauseShape = clauseShapes[Math.floor(seed / 4) % 3] ?? 'typed';
  const blocks: Block[] = [{ kind: 'paragraph', text: `คำปรารภทดสอบ${seed}`, hasNote: false }];
  let clause = 0;
  for (let chapter = 1; chapter <= 2 + at(4, 1); chapter += 1) {
    blocks.push({
      kind: 'chapter',
      shape: chapterShape,
      number: chapter,
      text: `เรื่องทดสอบที่${seed}ก${chapter}`,
    });
    for (let inside = 0; inside < 1 + at(5, chapter); inside += 1) {
      clause += 1;
      const name = `${seed}ข${clause}`;
      blocks.push({ kind: 'clause', shape: clauseShape, number: clause, text: `ให้ทำการทดสอบ${name}` });
      if (at(3, clause) === 0) {
        const shape = listShapes[at(5, clause + chapter)] ?? 'bullets';
        blocks.push({
          kind: 'list',
          shape,
          texts: ['ต้น', 'กลาง', 'ปลาย'].map((word) => `รายการ${word}${name}`),
        });
      }
      if (at(4, clause + 1) === 0)
        blocks.push({ kind: 'paragraph', text: `วรรคต่อ${name}`, hasNote: at(2, clause) === 0 });
      if (at(6, clause + 2) === 0)
        blocks.push({
          kind: 'table',
          rows: [
            ['ลำดับ', `ช่อง${name}`],
            ['๑', `ค่า|${name}`],
          ],
        });
    }
  }
  return blocks;
}

/** What a block is seen as when the text is read: one line for each thing that has a structure. */
function expectedLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'chapter':
        return [`chapter ${block.number} ${block.text}`];
      case 'clause':
        return [`clause ${block.number}`];
      case 'list':
        return block.texts.map((text) => `item ${text}`);
      case 'table':
        return block.rows.flat().map((text) => `cell ${text}`);
      case 'paragraph':
        return [`text ${block.text}`];
      default:
        return block satisfies never;
    }
  });
}

function linesOf(markdown: string): readonly string[] {
  const { html, provisions } = renderBody(markdown);
  const words = (pattern: RegExp): readonly string[] =>
    [...html.matchAll(pattern)].map(([, inside = '']) =>
      inside
        .replace(/<[^>]*>[\s\S]*/, '')
        .replaceAll('\u00a0', ' ')
        .trim(),
    );
  const text = html.replace(/<[^>]*>/g, '\n').replaceAll('\u00a0', ' ');
  return [
    ...provisions
      .filter(({ kind }) => kind === 'chapter')
      .map(({ number, heading }) => `chapter ${number} ${heading}`),
    ...provisions.filter(({ kind }) => kind === 'clause').map(({ number }) => `clause ${number}`),
    ...words(/<li>\s*(?:<p>)?([^<\n]*)/g).map(
      (item) => `item ${item.replace(/^(?:\([๐-๙]\)|[ก-ฮ]\.)\s/, '')}`,
    ),
    ...words(/<t[hd](?: [^>]*)?>([\s\S]*?)<\/t[hd]>/g).map((cell) => `cell ${cell}`),
    ...text.split('\n').map((line) => `text ${line.trim().replace(/\[\d+\]$/, '')}`),
  ];
}

describe('a Word file of an officer', () => {
  test('keeps its chapters, clauses, lists and tables, in a hundred shapes', async () => {
    let total = 0;
    const lost: string[] = [];
    for (let seed = 0; seed < 100; seed += 1) {
      const blocks = aCharter(seed);
      const { markdown } = await imported(await aWordFile(blocks));
      const found = new Set(linesOf(markdown));
      const expected = expectedLines(blocks);
      total += expected.length;
      lost.push(...expected.filter((line) => !found.has(line)).map((line) => `${seed}: ${line}`));
    }
    expect(total).toBeGreaterThan(1000);
    expect(lost).toEqual([]);
  }, 120_000);

  test('would be found out if it lost one', async () => {
    const blocks = aCharter(3);
    const { markdown } = await imported(await aWordFile(blocks.filter(({ kind }) => kind !== 'chapter')));
    const found = new Set(linesOf(markdown));
    expect(expectedLines(blocks).filter((line) => !found.has(line)).length).toBeGreaterThan(0);
  });

  test('gives the same text each time', async () => {
    const file = await aWordFile(aCharter(9));
    expect(await imported(file)).toEqual(await imported(file));
  });
});

const goldenFolder = new URL('../golden/intake/', import.meta.url);
const goldens = {
  'centred-chapters': 1,
  'two-line-chapters': 2,
  'numbered-by-word': 13,
  'heading-clauses': 8,
} as const;

describe('the text of a known file', () => {
  test.each(Object.entries(goldens))('%s is as it was', async (name, seed) => {
    const { markdown, notes } = await imported(await aWordFile(aCharter(seed), true));
    const now = `${markdown}\n\n<!-- ${notes.map(({ kind, count }) => `${kind} ${count}`).join(', ')} -->\n`;
    const file = new URL(`${name}.md`, goldenFolder);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, now);
    expect(now).toBe(readFileSync(file, 'utf8'));
  });

  test('has no golden file without a test', () => {
    expect(readdirSync(goldenFolder).sort()).toEqual(
      Object.keys(goldens)
        .map((name) => `${name}.md`)
        .sort(),
    );
  });
});
