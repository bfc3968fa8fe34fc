import type { PartHead } from '../domain/difference/compared-part.ts';
import { type ToldKind, toldKindOf } from '../domain/difference/count-changes.ts';
import type { PartChange, PartsDifference } from '../domain/difference/parts-difference.ts';

type Changed = Extract<PartChange, { readonly kind: 'changed' }>;

/** One thing to tell: a change, or neighbours that all got other numbers in the same way. */
export type ToldChange = {
  readonly told: ToldKind;
  readonly sentence: string;
  /** At least one. */
  readonly changes: readonly PartChange[];
};

/** The changes in reading order, each in one plain sentence. */
export function tellChanges(difference: PartsDifference): readonly ToldChange[] {
  const groups: PartChange[][] = [];
  for (const change of difference) {
    if (change.kind === 'unchanged') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, change)) group.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((changes) => {
    const [first] = changes;
    const told = first === undefined ? null : toldKindOf(first);
    return first === undefined || told === null
      ? []
      : [{ told, sentence: sentenceOf(changes, first), changes }];
  });
}

/** The name of a part: its label, and its heading where that says more. */
export function partName(head: PartHead, heading: string | null): string {
  switch (head.kind) {
    case 'preface':
      return 'ความนำก่อนส่วนแรก';
    case 'heading':
      return `หัวข้อ “${shortened(head.label)}”`;
    default:
      return heading === null ? head.label : `${head.label} ${shortened(heading)}`;
  }
}

const LONGEST_NAME = 80;
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Cut at a whole letter, never between a letter and its vowel. */
function shortened(text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  let end = 0;
  for (const { index } of letters.segment(text.slice(0, LONGEST_NAME))) end = index;
  return `${text.slice(0, end)}…`;
}

/** True when both only got other numbers, one after the other, by the same step, or were only printed anew. */
function goesOn(last: PartChange, next: PartChange): boolean {
  if (last.kind !== 'changed' || next.kind !== 'changed' || last.before.kind !== next.before.kind)
    return false;
  const only = (change: Changed, aspect: string) =>
    change.aspects.length === 1 && change.aspects[0] === aspect;
  if (only(last, 'relabelled') && only(next, 'relabelled')) return true;
  if (!only(last, 'renumbered') || !only(next, 'renumbered')) return false;
  const numbers = [last.before, next.before, last.after, next.after].map(({ number }) =>
    Number(number ?? NaN),
  );
  const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers;
  return b === a + 1 && d === c + 1;
}

function sentenceOf(changes: readonly PartChange[], first: PartChange): string {
  const last = changes.at(-1);
  if (first.kind === 'changed' && last?.kind === 'changed' && changes.length > 1) return rangeOf(first, last);
  switch (first.kind) {
    case 'unchanged':
      return '';
    case 'added':
      return `เพิ่ม${partName(first.part, first.part.heading)}`;
    case 'removed':
      return `ตัด${partName(first.part, first.part.heading)}ออก`;
    case 'split': {
      const pieces = first.into.map((piece) => piece.head.label).join(' กับ ');
      return `แยก${first.before.label} เดิม เป็น${pieces}${first.isReworded ? ' และแก้ถ้อยคำ' : ' โดยไม่แก้ถ้อยคำ'}`;
    }
    case 'merged': {
      const pieces = first.of.map((piece) => `${piece.head.label} เดิม`).join(' กับ ');
      return `รวม${pieces} เป็น${first.after.label}${first.isReworded ? ' และแก้ถ้อยคำ' : ' โดยไม่แก้ถ้อยคำ'}`;
    }
    case 'changed':
      return changedSentence(first);
    default:
      return first satisfies never;
  }
}

const rangeOf = (first: Changed, last: Changed): string => {
  const before = `${first.before.label} ถึง ${last.before.label}`;
  const after = `${first.after.label} ถึง ${last.after.label}`;
  return first.aspects.includes('relabelled')
    ? `เปลี่ยนวิธีเขียนเลขของ${before} เป็น${after} โดยเลขและถ้อยคำคงเดิม`
    : `เลื่อน${before} เดิม ไปเป็น${after} โดยไม่แก้ถ้อยคำ`;
};

function changedSentence(change: Changed): string {
  const { aspects, before, after, within } = change;
  const oldHeading = textOf(change.heading, 'added');
  const newHeading = textOf(change.heading, 'removed');
  const isReworded = aspects.includes('reworded');
  const end = isReworded ? ` และ${rewording(change)}` : ' โดยไม่แก้ถ้อยคำ';
  const target = after.kind === 'heading' ? `“${shortened(after.label)}”` : after.label;
  if (aspects.includes('moved')) {
    const name = partName(before, oldHeading);
    const place =
      within.before === within.after
        ? `ไปอยู่ลำดับใหม่${within.after === null ? '' : `ใน${within.after}`}`
        : `${within.before === null ? '' : `จาก${within.before} `}ไปอยู่${within.after ?? 'นอกหมวด'}`;
    const number = aspects.includes('renumbered') ? ` เป็น${target}` : '';
    return `ย้าย${name} ${place}${number}${end}`;
  }
  if (aspects.includes('renumbered'))
    return `เลื่อน${before.label} เดิม${oldHeading === null ? '' : ` เรื่อง${shortened(oldHeading)}`} ไปเป็น${target}${end}`;
  if (isReworded) return `${rewording(change)}${partName(after, newHeading)}`;
  return `เปลี่ยนวิธีเขียนเลขของ${before.label} เป็น${after.label} โดยเลขและถ้อยคำคงเดิม`;
}

function rewording(change: Changed): string {
  const isHeading = change.heading.some((run) => run.kind !== 'same');
  const isText = change.text.some((run) => run.kind !== 'same');
  if (change.after.kind === 'heading') return isText ? 'แก้ถ้อยคำ' : 'แก้ชื่อ';
  if (isHeading && isText) return 'แก้ชื่อและถ้อยคำ';
  return isHeading ? 'แก้ชื่อ' : 'แก้ถ้อยคำ';
}

function textOf(runs: Changed['heading'], leftOut: 'added' | 'removed'): string | null {
  const text = runs.flatMap((run) => (run.kind === leftOut ? [] : [run.text])).join('');
  return text === '' ? null : text;
}
