import { encode } from 'uqr';

/**
 * A QR code as one SVG path of strokes one unit high; `size` is the side of the square with its quiet zone. Each stroke
 * begins where the one before it ends: said so, the code in every edition page weighs half on the wire.
 */
export type QrPath = { readonly size: number; readonly path: string };

/** Light modules around the code (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4;

/** The QR code of a text. Level M: up to 15 % of a creased or stained print may be lost. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const strokes = data.flatMap((row, y) => darkRuns(row).map(([x, end]) => ({ x, y, end })));
  const path = strokes.map(({ x, y, end }, at) => {
    const before = strokes[at - 1];
    return `${before ? `m${x - before.end} ${y - before.y}` : `M${x} ${y}.5`}h${end - x}`;
  });
  return { size, path: path.join('') };
}

/** Where dark modules begin and end in a row. */
function darkRuns(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const edges = row.flatMap((isDark, at) => (isDark === (row[at - 1] ?? false) ? [] : [at]));
  return edges.flatMap((from, at) => (at % 2 === 0 ? [[from, edges[at + 1] ?? row.length] as const] : []));
}
