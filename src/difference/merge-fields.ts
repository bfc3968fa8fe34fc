import { type DraftFields, draftFieldNames, tidyBody } from '../domain/draft.ts';
import { type MergePiece, mergeTexts } from './merge-texts.ts';
import { type MergeChoice, mergedText } from './merged-text.ts';

export type FieldName = keyof DraftFields;

/** One field of a draft that two people have before them; fields of one line are one piece. */
export type MergedField = { readonly name: FieldName; readonly pieces: readonly MergePiece[] };

const textFields: ReadonlySet<FieldName> = new Set(['summary', 'body', 'changeNote']);

/**
 * Merges what two people made of the same draft, field by field; texts of several lines line by line.
 * @param base the fields that both began from; null when they are not known
 */
export function mergeFields(
  base: DraftFields | null,
  mine: DraftFields,
  theirs: DraftFields,
): readonly MergedField[] {
  return draftFieldNames.map((name) => {
    const read = (fields: DraftFields) => (name === 'body' ? tidyBody(fields.body) : fields[name].trim());
    const before = base && read(base);
    const pieces = textFields.has(name)
      ? mergeTexts(before, read(mine), read(theirs))
      : [wholePiece(before, read(mine), read(theirs))];
    return { name, pieces };
  });
}

function wholePiece(base: string | null, mine: string, theirs: string): MergePiece {
  if (mine === theirs) return { kind: 'same', text: [mine] };
  if (mine === base) return { kind: 'theirs', base: [base], text: [theirs] };
  if (theirs === base) return { kind: 'mine', base: [base], text: [mine] };
  return { kind: 'conflict', base: base === null ? null : [base], mine: [mine], theirs: [theirs] };
}

/** The name under which a form sends the choice for one conflict of a field, counted from 1. */
export const conflictName = (field: FieldName, number: number): string => `conflict-${field}-${number}`;

/**
 * The merged fields.
 * @param choiceOf the choice made for the conflict of this name; null when none was made
 * @returns null when a conflict is not settled
 */
export function settleFields(
  merged: readonly MergedField[],
  choiceOf: (name: string) => MergeChoice | null,
): DraftFields | null {
  const settled = merged.map(({ name, pieces }) => {
    const conflicts = pieces.filter(({ kind }) => kind === 'conflict');
    const choices = conflicts.map((_, index) => choiceOf(conflictName(name, index + 1)));
    return [name, mergedText(pieces, choices)] as const;
  });
  if (settled.some(([, text]) => text === null)) return null;
  return Object.fromEntries(settled) as DraftFields;
}
