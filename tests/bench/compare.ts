import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { diffArrays } from 'diff';
import { createWordComparer } from '../../src/difference/compare-words.ts';
import { wordTokens } from '../../src/difference/word-tokens.ts';
import { applyDifference } from '../../src/domain/difference/apply-difference.ts';
import { compareParts } from '../../src/domain/difference/compare-parts.ts';
import { partsOf } from '../../src/domain/difference/compared-part.ts';
import { countChanges } from '../../src/domain/difference/count-changes.ts';
import { renderBody } from '../../src/render/render-markdown.ts';

const KILOBYTE = 1024;
const TARGET_MS = 50;
const WARM_UP = 5;

const words =
  'ชุมชน ตำบล ทดสอบ ร่วมกัน ดูแล น้ำ ป่า ขยะ สุขภาพ ผู้สูงอายุ เด็ก กองทุน ประชาคม ทุกปี ให้ จัด และ ของ ที่ ใน'.split(' ');

/** Numbers from a seed, so that every run compares the same texts. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 48_271) + 11) & 0x7fffffff;
    return state % below;
  };
}

/** Clauses of obvious test data, together about so many bytes of UTF-8. */
function charter(bytes: number): readonly string[] {
  const next = numbersFrom(7);
  const clauses: string[] = [];
  for (let size = 0; size < bytes; ) {
    const text = Array.from({ length: 60 }, () => words[next(words.length)]).join(next(4) === 0 ? ' ' : '');
    clauses.push(text);
    size += Buffer.byteLength(text) + 30;
  }
  return clauses;
}

/** Small edits of every kind: a word here and there, a clause put in, one taken out, two that change places. */
function edited(clauses: readonly string[]): readonly string[] {
  const next = numbersFrom(11);
  const reworded = clauses.map((text, index) =>
    index % 4 === 0 ? text.replace(words[next(8)] ?? '', 'คำใหม่') : text,
  );
  const grown = reworded.toSpliced(3, 0, 'ข้อใหม่ของธรรมนูญทดสอบว่าด้วยการเผยแพร่และการเก็บรักษา').toSpliced(9, 1);
  return grown.with(5, grown[6] ?? '').with(6, grown[5] ?? '');
}

const bodyOf = (clauses: readonly string[]): string =>
  clauses.map((text, index) => `### ข้อ ${index + 1}\n\n${text}`).join('\n\n');

/**
 * `npm run bench -- compare [--rounds N] [--kilobytes N]`: compares two Thai texts with small edits, and beside it, turn
 * about, runs `diffArrays` over the words of both, cut beforehand. Exit code 1 when the difference is not exact or its
 * p99 is over 50 ms.
 */
export default async function benchCompare(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '60' }, kilobytes: { type: 'string', default: '32' } },
  });
  const clauses = charter(Number(values.kilobytes) * KILOBYTE);
  const bodies = [bodyOf(clauses), bodyOf(edited(clauses))];
  const [before = [], after = []] = bodies.map((body) => {
    const { provisions, preface } = renderBody(body);
    return partsOf(provisions, preface);
  });
  const [old = [], recent = []] = bodies.map((body) => [...wordTokens(body)]);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = -WARM_UP; round < Number(values.rounds); round += 1) {
    const compared = milliseconds(() => compareParts(before, after, createWordComparer()));
    const diffed = milliseconds(() => diffArrays(old, recent));
    if (round < 0) continue;
    ours.push(compared);
    bare.push(diffed);
  }
  const difference = compareParts(before, after, createWordComparer());
  const isExact = JSON.stringify(applyDifference(before, difference)) === JSON.stringify(after);
  const told = countChanges(difference).map((one) => `${one.told} ${one.after}`);
  console.log(
    `${bodies.map((body) => Math.round(Buffer.byteLength(body) / KILOBYTE)).join(' and ')} KB: ${told.join(', ')}`,
  );
  console.log(
    `compareParts   p50 ${quantile(ours, 0.5)} ms, p99 ${quantile(ours, 0.99)} ms (target ${TARGET_MS})`,
  );
  console.log(
    `diffArrays     p50 ${quantile(bare, 0.5)} ms, p99 ${quantile(bare, 0.99)} ms on words cut beforehand`,
  );
  console.log(`exact ${isExact}; load average ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`);
  return isExact && quantile(ours, 0.99) <= TARGET_MS ? 0 : 1;
}

function milliseconds(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(1));
}
