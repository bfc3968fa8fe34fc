import type { Indicator } from '../domain/indicator.ts';
import { firstDayOf } from '../domain/iso-date.ts';

/** A small picture of how an indicator went: all in units of its box. */
export type IndicatorChart = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Where the line of the target lies; null without one. */
  readonly target: number | null;
};

const WIDTH = 240;
const HEIGHT = 90;
const MARGIN = 10;

/** Null when there are not two dated measurements of one unit to draw a line between. */
export function indicatorChart({ measurements, target }: Indicator): IndicatorChart | null {
  const unit = measurements[0]?.value.unit;
  const dated = measurements.flatMap(({ date, value }) =>
    date === null || value.unit !== unit ? [] : [{ at: Date.parse(firstDayOf(date)), amount: value.amount }],
  );
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return null;
  const goal = target !== null && target.unit === unit ? target.amount : null;
  const amounts = [...dated.map(({ amount }) => amount), ...(goal === null ? [] : [goal])];
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const scale = (value: number, from: number, to: number, length: number): number =>
    Math.round((MARGIN + ((value - from) / (to - from || 1)) * (length - 2 * MARGIN)) * 10) / 10;
  const heightOf = (amount: number) => HEIGHT - scale(amount, low, high, HEIGHT);
  return {
    width: WIDTH,
    height: HEIGHT,
    points: dated.map(({ at, amount }) => ({ x: scale(at, first.at, last.at, WIDTH), y: heightOf(amount) })),
    target: goal === null ? null : heightOf(goal),
  };
}
