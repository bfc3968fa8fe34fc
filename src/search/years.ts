import type { Unit } from '../thai/units.ts';

/** Buddhist era minus common era (Royal Institute usage since 1 January 2484). */
const eraDifference = 543;

/**
 * The same words with each four-digit year in the other era: 2560 ↔ 2017, พ.ศ. ↔ ค.ศ. before it.
 * Null when no number can be a year. Only for finding: a text is never changed.
 */
export function inOtherEra(
  units: readonly Unit[],
): { readonly units: readonly Unit[]; readonly year: string } | null {
  let year: string | null = null;
  const changed = units.map((unit, index) => {
    const other = unit.kind === 'number' ? otherEraYear(unit.text) : null;
    if (other !== null) year = other;
    if (other !== null) return { ...unit, text: other };
    const isMarker = units[index + 1]?.text === 'ศ' && units[index + 2]?.kind === 'number';
    if (isMarker && unit.text === 'พ') return { ...unit, text: 'ค' };
    if (isMarker && unit.text === 'ค') return { ...unit, text: 'พ' };
    return unit;
  });
  return year === null ? null : { units: changed, year };
}

/**
 * A query that ends with a year of two digits, or has one after ปี or พ.ศ., with the year in full: 66, 2566.
 * Null when it has none. Two digits are never read as a common-era year.
 */
export function withFullYear(typed: string): string | null {
  const full = typed.replace(
    /(?<=(?:^|\s)\S.*\s|ปี\s?|พ\.?ศ\.?\s?)(?<![0-9๐-๙])([4-7๔-๗][0-9๐-๙])(?=\s*$)/u,
    (digits) => `${/[๐-๙]/.test(digits) ? '๒๕' : '25'}${digits}`,
  );
  return full === typed ? null : full;
}

function otherEraYear(digits: string): string | null {
  if (digits.length !== 4) return null;
  const number = Number(digits);
  if (number >= 2443 && number <= 2643) return String(number - eraDifference);
  if (number >= 1900 && number <= 2100) return String(number + eraDifference);
  return null;
}
