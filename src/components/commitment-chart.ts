import type { SpanState } from '../domain/commitment-span.ts';

/** A part of a bar: commitments that stand one way. */
export type ChartPart = {
  readonly state: SpanState;
  readonly label: string;
  readonly total: number;
  readonly href: string;
};

/** A bar with its numbers; each number leads to its rows. */
export type ChartRow = {
  readonly label: string;
  readonly isChosen: boolean;
  /** How long the bar is, beside those of the other rows. */
  readonly length: number;
  /** The number in words of the page, such as `12` or `3 ชิ้น ใน 2 พันธสัญญา`. */
  readonly text: string;
  readonly href: string;
  /** The parts of the bar; a bar without parts has one colour. */
  readonly parts: readonly ChartPart[];
};

export type Chart = {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  /** Heads of the columns of the names and of the numbers. */
  readonly heads: readonly [string, string];
  readonly rows: readonly ChartRow[];
  /** What has no bar of its own. */
  readonly rest: readonly Pick<ChartRow, 'label' | 'text' | 'href'>[];
  /** Whether the parts of bars are told as numbers too. */
  readonly tellsParts: boolean;
};
