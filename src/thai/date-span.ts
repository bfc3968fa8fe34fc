import { type DateToken, readDateTokens, type WrittenYear } from './date-tokens.ts';

export type DateParts = { readonly day?: number; readonly month?: number; readonly year?: WrittenYear };
export type DateSpan = {
  readonly from: DateParts;
  readonly to: DateParts | null;
  readonly isFiscal: boolean;
};

/** The date or range a text writes, its missing parts still missing; null for any other text. */
export function readSpan(text: string): DateSpan | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?\s*$/.exec(text)?.[1];
  const tokens = readDateTokens(iso ?? text);
  if (tokens === null) return null;
  const whole = readParts(tokens);
  if (whole !== null) return { from: whole, to: null, isFiscal: false };
  return readFiscal(tokens) ?? readRange(tokens);
}

function readFiscal(tokens: readonly DateToken[]): DateSpan | null {
  if (tokens[0]?.kind !== 'fiscal') return null;
  const years = tokens.filter((token) => token.kind !== 'fiscal');
  const [from, to, end] = [yearOf(years[0]), years[1], yearOf(years[2])];
  if (from === null || years.length > 3) return null;
  if (years.length === 1) return { from: { year: from }, to: null, isFiscal: true };
  if (to?.kind !== 'to' || end === null) return null;
  return { from: { year: from }, to: { year: end }, isFiscal: true };
}

/** Every token that may divide two ends is tried; exactly one division must make sense. */
function readRange(tokens: readonly DateToken[]): DateSpan | null {
  const spans = tokens.flatMap((token, at) => {
    if (token.kind !== 'to' && token.kind !== 'slash') return [];
    const from = readParts(tokens.slice(0, at)) ?? readLeft(tokens.slice(0, at));
    const to = readParts(tokens.slice(at + 1)) ?? readRight(tokens.slice(at + 1), from);
    return from && to && isRange(token, from, to) ? [{ from, to, isFiscal: false }] : [];
  });
  return spans.length === 1 ? (spans[0] ?? null) : null;
}

/** A slash divides only two whole dates: "2017-05-15/2017-05-16". */
function isRange(divider: DateToken, from: DateParts, to: DateParts): boolean {
  return divider.kind !== 'slash' || (from.year !== undefined && to.day !== undefined);
}

/** Before the divider a day may stand alone: "15–16 พ.ค.". */
function readLeft(tokens: readonly DateToken[]): DateParts | null {
  const [first, ...rest] = tokens;
  if (first?.kind === 'number' && rest.length === 0) return { day: first.value };
  return null;
}

/** After the divider "70" continues the years 2564–70, and "16, 2017" the days May 15–16. */
function readRight(tokens: readonly DateToken[], from: DateParts | null): DateParts | null {
  const [first, second, ...rest] = tokens;
  if (first?.kind !== 'number' || rest.length > 0 || from === null) return null;
  if (second?.kind === 'year' && from.day !== undefined && from.month !== undefined) {
    return { day: first.value, month: from.month, year: second.year };
  }
  if (second !== undefined || from.month !== undefined || from.year === undefined) return null;
  const value = Math.trunc(from.year.value / 100) * 100 + first.value;
  return { year: { era: from.year.era, value } };
}

/** One date with its parts in any of the written orders, or null. */
function readParts(tokens: readonly DateToken[]): DateParts | null {
  const [a, b, c, d, e] = tokens;
  switch (tokens.map(letterOf).join('')) {
    case 'Y':
      return partsOf(undefined, undefined, a);
    case 'M':
      return partsOf(undefined, a, undefined);
    case 'MY':
      return partsOf(undefined, a, b);
    case 'MN':
      return a?.kind === 'month' && a.isLatin ? partsOf(b, a, undefined) : partsOf(undefined, a, b);
    case 'NM':
      return partsOf(a, b, undefined);
    case 'NMY':
      return partsOf(a, b, c);
    case 'NMN':
      return b?.kind === 'month' && b.isLatin ? null : partsOf(a, b, c);
    case 'MNY':
      return partsOf(b, a, c);
    case 'YTN':
      return b?.kind === 'to' && c?.kind === 'number' && c.value <= 12 ? partsOf(undefined, c, a) : null;
    case 'YTNTN':
      return partsOf(e, c, a);
    case 'NTNTY':
    case 'NTNTN':
    case 'NSNSY':
    case 'NSNSN':
      return b?.kind === d?.kind ? partsOf(a, c, e) : null;
    default:
      return null;
  }
}

function letterOf(token: DateToken): string {
  switch (token.kind) {
    case 'number':
      return 'N';
    case 'year':
      return 'Y';
    case 'month':
      return 'M';
    case 'fiscal':
      return 'F';
    case 'to':
      return 'T';
    case 'slash':
      return 'S';
  }
}

function partsOf(day?: DateToken, month?: DateToken, year?: DateToken): DateParts {
  const written = yearOf(year);
  const monthNumber = month?.kind === 'month' ? month.month : month?.kind === 'number' ? month.value : null;
  return {
    ...(day?.kind === 'number' ? { day: day.value } : {}),
    ...(monthNumber === null ? {} : { month: monthNumber }),
    ...(written === null ? {} : { year: written }),
  };
}

function yearOf(token: DateToken | undefined): WrittenYear | null {
  if (token?.kind === 'year') return token.year;
  return token?.kind === 'number' && token.digits === 2 ? { era: 'be', value: 2500 + token.value } : null;
}
