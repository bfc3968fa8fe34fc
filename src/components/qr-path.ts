import { encode } from 'uqr';

/** A QR code as one SVG path of strokes one unit high; `size` is the side of the square with its quiet zone. */
export type QrPath = { readonly size: number; readonly path: string };

/** Light modules around the code (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4;

/** The QR code of a text. Level M: up to 15 % of a creased or stained print may be lost. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { size, path: data.map(rowPath).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  const strokes: string[] = [];
  let at = 0;
  while (at < row.length) {
    const isDark = row[at] === true;
    let end = at;
    while (end < row.length && (row[end] === true) === isDark) end += 1;
    if (isDark) strokes.push(`M${at} ${y}.5h${end - at}`);
    at = end;
  }
  return strokes.join('');
}
