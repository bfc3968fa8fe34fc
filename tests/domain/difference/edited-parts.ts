import fc from 'fast-check';
import type { ComparedPart } from '../../../src/domain/difference/compared-part.ts';

/** An edition of random clauses and chapters, and another made of it by random edits. */
export type EditedPair = {
  readonly before: readonly ComparedPart[];
  readonly after: readonly ComparedPart[];
};

const words = [
  'ขยะ',
  'น้ำ',
  'ป่า',
  'ให้',
  'ชุมชน',
  'ร่วมกัน',
  'ดูแล',
  'ผู้สูงอายุ',
  'ทุกปี',
  'กองทุน',
  'ก้ำ',
  ' ',
  '๕',
  '\n',
  'x',
];

const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((all) => all.join(''));
const heading = fc.option(
  fc.array(fc.constantFrom(...words.slice(0, 8)), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
);

type Bare = { readonly isChapter: boolean; readonly heading: string | null; readonly text: string };
const bare: fc.Arbitrary<Bare> = fc.record({
  isChapter: fc.nat(4).map((value) => value === 0),
  heading,
  text,
});

type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly part: Bare }
  | { readonly kind: 'delete' | 'split' | 'merge' | 'copy'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'reword'; readonly at: number; readonly text: string }
  | { readonly kind: 'title'; readonly at: number; readonly heading: string | null };

const at = fc.nat(30);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at, part: bare }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'split' as const, 'merge' as const, 'copy' as const),
    at,
  }),
  fc.record({ kind: fc.constant('move' as const), at, to: at }),
  fc.record({ kind: fc.constant('reword' as const), at, text }),
  fc.record({ kind: fc.constant('title' as const), at, heading }),
);

function edited(parts: readonly Bare[], change: Edit): readonly Bare[] {
  const index = parts.length === 0 ? 0 : change.at % parts.length;
  const part = parts[index];
  if (change.kind === 'insert') return parts.toSpliced(index, 0, change.part);
  if (part === undefined) return parts;
  switch (change.kind) {
    case 'delete':
      return parts.toSpliced(index, 1);
    case 'copy':
      return parts.toSpliced(index, 0, part);
    case 'move':
      return parts.toSpliced(index, 1).toSpliced(change.to % parts.length, 0, part);
    case 'reword':
      return parts.with(index, {
        ...part,
        text: `${part.text.slice(0, change.at)}${change.text}${part.text.slice(change.at + 2)}`,
      });
    case 'title':
      return parts.with(index, { ...part, heading: change.heading });
    case 'split': {
      const middle = part.text.length >> 1;
      const first = { ...part, text: part.text.slice(0, middle) };
      return parts.toSpliced(index, 1, first, { ...part, heading: null, text: part.text.slice(middle) });
    }
    case 'merge': {
      const next = parts[index + 1];
      return next === undefined
        ? parts
        : parts.toSpliced(index, 2, { ...part, text: `${part.text}\n${next.text}` });
    }
    default:
      return change satisfies never;
  }
}

/** Numbers the parts as a document prints them. */
export function numbered(parts: readonly Bare[], firstClause: number): readonly ComparedPart[] {
  let chapter = 0;
  let clause = firstClause - 1;
  return parts.map(({ isChapter, ...words }) => {
    if (isChapter) chapter += 1;
    else clause += 1;
    const number = String(isChapter ? chapter : clause);
    return {
      eid: `${isChapter ? 'ch' : 'cl'}-${number}`,
      kind: isChapter ? 'chapter' : 'clause',
      label: `${isChapter ? 'หมวด' : 'ข้อ'} ${number}`,
      number,
      parent: isChapter || chapter === 0 ? null : `ch-${chapter}`,
      ...words,
    };
  });
}

export const editedPair: fc.Arbitrary<EditedPair> = fc
  .record({
    parts: fc.array(bare, { maxLength: 12 }),
    edits: fc.array(edit, { maxLength: 6 }),
    firstClause: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ parts, edits, firstClause }) => ({
    before: numbered(parts, 1),
    after: numbered(edits.reduce(edited, parts), firstClause),
  }));

/** Two editions that have nothing to do with each other. */
export const strangers: fc.Arbitrary<EditedPair> = fc
  .record({ before: fc.array(bare, { maxLength: 10 }), after: fc.array(bare, { maxLength: 10 }) })
  .map(({ before, after }) => ({ before: numbered(before, 1), after: numbered(after, 1) }));
