import type { MergeConflict, MergePiece } from './merge-texts.ts';

/** How a conflict is settled; `both` puts theirs before mine, `written` is what the officer wrote instead. */
export type MergeChoice =
  | { readonly kind: 'mine' | 'theirs' | 'both' }
  | { readonly kind: 'written'; readonly text: string };

/**
 * The merged text, with the conflicts settled in their order.
 * @returns null when a conflict is not settled
 */
export function mergedText(
  pieces: readonly MergePiece[],
  choices: readonly (MergeChoice | null)[] = [],
): string | null {
  const lines: string[] = [];
  let conflicts = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'conflict') {
      lines.push(...piece.text);
      continue;
    }
    const choice = choices[conflicts];
    conflicts += 1;
    if (!choice) return null;
    lines.push(...chosenLines(piece, choice));
  }
  return lines.join('\n');
}

function chosenLines({ mine, theirs }: MergeConflict, choice: MergeChoice): readonly string[] {
  switch (choice.kind) {
    case 'mine':
      return mine;
    case 'theirs':
      return theirs;
    case 'both':
      return mine.length > 0 && theirs.length > 0 ? [...theirs, '', ...mine] : [...theirs, ...mine];
    case 'written':
      return choice.text.split('\n');
    default:
      return choice satisfies never;
  }
}
