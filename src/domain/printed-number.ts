import { toArabicDigits } from '../thai/digits.ts';
import { type Fact, givenValue } from './fact.ts';

/** The number that is printed on an edition (ฉบับที่ ๖ พ.ศ. ๒๕๖๐ is 6); null when none is. */
export function printedNumber(label: Fact<string>): number | null {
  const match = /ฉบับที่\s*(\d{1,3})(?!\d)/.exec(toArabicDigits(givenValue(label) ?? ''));
  return match ? Number(match[1]) : null;
}

/**
 * The printed numbers that must have been before the last one and that no edition of the register has.
 * @param labels of all editions of a work that the register has
 */
export function missingNumbers(labels: readonly Fact<string>[]): readonly number[] {
  const printed = new Set(labels.flatMap((label) => printedNumber(label) ?? []));
  const last = Math.max(0, ...printed);
  return Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 1).filter(
    (number) => !printed.has(number),
  );
}
