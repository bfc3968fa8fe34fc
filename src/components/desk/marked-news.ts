import type { Finding, TextReading } from '../../domain/finding.ts';

/** A stretch of the text: plain, a finding with its number, or a line of the page around the news. */
export type NewsPiece = {
  readonly text: string;
  readonly finding: Finding | null;
  readonly number: number;
  readonly isBoilerplate: boolean;
};

/** The numbers under which findings are listed; a repeat has the number of the first. */
export function numbersOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let next = 1;
  for (const { id, repeats } of findings) {
    const known = repeats === null ? undefined : numbers.get(repeats);
    numbers.set(id, known ?? next);
    if (known === undefined) next += 1;
  }
  return numbers;
}

/** The whole text, cut where findings begin and end. Joined, the pieces are the text. */
export function piecesOf(text: string, { findings, boilerplate }: TextReading): readonly NewsPiece[] {
  const numbers = numbersOf(findings);
  const marks = [
    ...findings.map((finding) => ({ ...finding, finding })),
    ...boilerplate.map((span) => ({ ...span, finding: null })),
  ].sort((a, b) => a.start - b.start);
  const pieces: NewsPiece[] = [];
  const push = (from: number, to: number, finding: Finding | null, isBoilerplate: boolean): void => {
    const number = finding === null ? 0 : (numbers.get(finding.id) ?? 0);
    if (to > from) pieces.push({ text: text.slice(from, to), finding, number, isBoilerplate });
  };
  let at = 0;
  for (const { start, end, finding } of marks) {
    push(at, start, null, false);
    push(start, end, finding, finding === null);
    at = end;
  }
  push(at, text.length, null, false);
  return pieces;
}
