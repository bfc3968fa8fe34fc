import { parseWrittenDate } from './parse-date.ts';

/**
 * A date as a person types it ("1 มกราคม 2562", "ม.ค. ๒๕๖๒", "2562", "2562-01-01", "1/1/2562") in the form of an
 * address: common era, as exact as it was typed; of a range its end. Null when it is no date.
 */
export function addressDateOf(text: string): string | null {
  const date = parseWrittenDate(text);
  return date && (date.end ?? date.start);
}
