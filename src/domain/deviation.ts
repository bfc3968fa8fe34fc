import { blanksIn, type FilledBlank, filledBlanks, isFilledOnly, withBlanks } from './blanks.ts';
import { compareParts } from './difference/compare-parts.ts';
import type { ComparedPart, PartHead } from './difference/compared-part.ts';
import type { PartChange } from './difference/parts-difference.ts';
import type { CompareTexts, TextRun } from './difference/text-runs.ts';

/** A part of a model in a text written after it: words from the model to the text as runs. */
export type AdaptedWords = {
  /** The name of the piece where a part was split or several were merged; null for one part. */
  readonly label: string | null;
  readonly heading: readonly TextRun[];
  readonly text: readonly TextRun[];
};

/** What became of one part of a model, or a part that the model does not have. */
export type DeviationPart =
  | {
      readonly kind: 'verbatim';
      readonly model: PartHead;
      readonly own: PartHead;
      readonly heading: string | null;
      /** What was written into its blanks. */
      readonly filled: readonly FilledBlank[];
    }
  | {
      readonly kind: 'adapted';
      readonly model: readonly PartHead[];
      readonly own: readonly PartHead[];
      readonly heading: string | null;
      readonly words: readonly AdaptedWords[];
    }
  | { readonly kind: 'added' | 'left_out'; readonly part: ComparedPart };

/** Counts of clauses, and of the blanks of all parts. */
export type DeviationCounts = {
  readonly model: number;
  readonly verbatim: number;
  readonly adapted: number;
  readonly leftOut: number;
  readonly added: number;
  readonly filled: number;
  /** Blanks that the text still has. */
  readonly open: number;
};

export type Deviation = {
  /** In the order of the text; what was left out stands behind what it followed in the model. */
  readonly parts: readonly DeviationPart[];
  readonly counts: DeviationCounts;
};

/** How a text differs from the model that it was written after; blanks that were filled in are no difference. */
export function deviationOf(
  model: readonly ComparedPart[],
  own: readonly ComparedPart[],
  compareTexts: CompareTexts,
): Deviation {
  const difference = compareParts(model, own, withBlanks(compareTexts));
  const parts = difference.map((change) => partOf(change, own));
  return { parts, counts: countParts(parts, model, own) };
}

function partOf(change: PartChange, own: readonly ComparedPart[]): DeviationPart {
  switch (change.kind) {
    case 'unchanged':
      return {
        ...{ kind: 'verbatim', model: change.before, own: change.after },
        ...{ heading: own[change.to]?.heading ?? null, filled: [] },
      };
    case 'changed': {
      const { before, after, heading, text } = change;
      if (isFilledOnly(heading) && isFilledOnly(text)) {
        return {
          kind: 'verbatim',
          model: before,
          own: after,
          heading: own[change.to]?.heading ?? null,
          filled: [...filledBlanks(heading), ...filledBlanks(text)],
        };
      }
      const words = [{ label: null, heading, text }];
      return {
        ...{ kind: 'adapted', model: [before], own: [after] },
        ...{ heading: own[change.to]?.heading ?? null, words },
      };
    }
    case 'added':
      return { kind: 'added', part: change.part };
    case 'removed':
      return { kind: 'left_out', part: change.part };
    case 'split':
      return {
        ...{ kind: 'adapted', model: [change.before], own: change.into.map(({ head }) => head) },
        ...{ heading: null, words: change.into.map(piece) },
      };
    case 'merged':
      return {
        ...{ kind: 'adapted', model: change.of.map(({ head }) => head), own: [change.after] },
        ...{ heading: change.heading, words: change.of.map(piece) },
      };
    default:
      return change satisfies never;
  }
}

const piece = (one: { readonly head: PartHead; readonly text: readonly TextRun[] }): AdaptedWords => ({
  label: one.head.label,
  heading: [],
  text: one.text,
});

function countParts(
  parts: readonly DeviationPart[],
  model: readonly ComparedPart[],
  own: readonly ComparedPart[],
): DeviationCounts {
  const isClause = ({ kind }: PartHead) => kind === 'clause';
  const clauses = (kind: DeviationPart['kind']) =>
    parts.filter((part) => part.kind === kind && headsOf(part).some(isClause));
  return {
    model: model.filter(isClause).length,
    verbatim: clauses('verbatim').length,
    adapted: clauses('adapted').reduce(
      (sum, part) => sum + (part.kind === 'adapted' ? part.model.filter(isClause).length : 0),
      0,
    ),
    leftOut: clauses('left_out').length,
    added: clauses('added').length,
    filled: parts.reduce((sum, part) => sum + filledIn(part), 0),
    open: own.reduce((sum, part) => sum + blanksIn(`${part.heading ?? ''}\n${part.text}`).length, 0),
  };
}

function headsOf(part: DeviationPart): readonly PartHead[] {
  if (part.kind === 'verbatim') return [part.own];
  return part.kind === 'adapted' ? part.model : [part.part];
}

function filledIn(part: DeviationPart): number {
  if (part.kind === 'verbatim') return part.filled.length;
  if (part.kind !== 'adapted') return 0;
  return part.words.reduce(
    (sum, { heading, text }) => sum + filledBlanks(heading).length + filledBlanks(text).length,
    0,
  );
}
