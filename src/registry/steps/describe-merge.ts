import { createWordComparer } from '../../difference/compare-words.ts';
import { type FieldName, mergeFields } from '../../difference/merge-fields.ts';
import type { MergePiece } from '../../difference/merge-texts.ts';
import type { CompareTexts, TextRun } from '../../domain/difference/text-runs.ts';
import type { DraftFields } from '../../domain/draft.ts';

/** A piece of a merge as it is shown: what changed is marked by words. */
export type MergePieceView =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'mine' | 'theirs' | 'agreed'; readonly runs: readonly TextRun[] }
  | {
      readonly kind: 'conflict';
      /** Counted from 1 in its field. */
      readonly number: number;
      readonly mine: string;
      readonly theirs: string;
      /** From the base where it is known, else the text without marks. */
      readonly mineRuns: readonly TextRun[];
      readonly theirsRuns: readonly TextRun[];
    };

export type MergedFieldView = { readonly name: FieldName; readonly pieces: readonly MergePieceView[] };

/** What the two of a merge changed, field by field; fields that nobody changed are left out. */
export function describeMerge(
  base: DraftFields | null,
  mine: DraftFields,
  theirs: DraftFields,
): readonly MergedFieldView[] {
  const compare = createWordComparer();
  return mergeFields(base, mine, theirs)
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'))
    .map(({ name, pieces }) => {
      let conflicts = 0;
      const views = pieces.map((piece) => {
        if (piece.kind === 'conflict') conflicts += 1;
        return viewOf(piece, conflicts, compare);
      });
      return { name, pieces: views };
    });
}

const joined = (lines: readonly string[]): string => lines.join('\n');

function viewOf(piece: MergePiece, number: number, compare: CompareTexts): MergePieceView {
  if (piece.kind === 'same') return { kind: 'same', text: joined(piece.text) };
  if (piece.kind !== 'conflict') {
    return { kind: piece.kind, runs: compare(joined(piece.base), joined(piece.text)) };
  }
  const [mine, theirs] = [joined(piece.mine), joined(piece.theirs)];
  const marked = (text: string): readonly TextRun[] =>
    piece.base === null ? [{ kind: 'same', text }] : compare(joined(piece.base), text);
  return { kind: 'conflict', number, mine, theirs, mineRuns: marked(mine), theirsRuns: marked(theirs) };
}
