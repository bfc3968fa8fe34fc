import type { Span } from '../../domain/finding.ts';
import { toSearchFormWithOffsets } from '../../thai/normal-form.ts';

/** One line of a text in the form in which names and numbers are looked for, with the way back to the text. */
export type TextLine = Span & {
  /** Digits as Arabic, white space single, marks in order, Latin letters small. */
  readonly form: string;
  /** The stretch of the text that a stretch of the form came from. */
  readonly spanOf: (from: number, to: number) => Span;
};

/** The lines of a text; nothing that is looked for goes over the end of one. Linear in its length. */
export function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    const { form, offsets } = toSearchFormWithOffsets(words);
    const begin = start;
    lines.push({
      start: begin,
      end: begin + words.length,
      form,
      spanOf: (from, to) => ({
        start: begin + (offsets[from] ?? 0),
        end: begin + trimmedEnd(words, offsets[from] ?? 0, offsets[to] ?? words.length),
      }),
    });
    start += words.length + 1;
  }
  return lines;
}

/** Blanks between the last letter of a finding and the next one belong to neither. */
function trimmedEnd(words: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(words.charAt(end - 1))) end -= 1;
  return end;
}
