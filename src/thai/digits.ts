const THAI_ZERO = 0x0e50;

/** Thai digits ๐–๙ become 0–9; every other character is left alone. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/** ASCII digits 0–9 become ๐–๙; every other character is left alone. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}
