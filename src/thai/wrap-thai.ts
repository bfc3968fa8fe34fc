const words = new Intl.Segmenter('th', { granularity: 'word' });
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Width of a letter in Sarabun Bold as a share of the type size, rounded up; measured from the font. */
function widthOf(letter: string): number {
  const base = letter.charAt(0);
  if (/[เ()\-.,:;'i l|!]/.test(base)) return 0.36;
  if (/[โใไๅฤง/]/.test(base)) return 0.5;
  if (/[ฆซฌญฎฏฑฒณทพฟฬษ๐-๙]/.test(base)) return 0.88;
  if (/[ก-ฮะาำ]/.test(base)) return /ำ/.test(letter) ? 1.17 : 0.65;
  if (/[0-9a-hj-ln-vx-z]/.test(base)) return 0.58;
  return 0.9;
}

const measure = (text: string): number =>
  [...letters.segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);

/**
 * Text in lines no wider than `width` (in type sizes), broken between Thai words; a word wider than a line is
 * broken between letters, never between a letter and its marks. What does not fit on `most` lines ends in "…".
 */
export function wrapThai(text: string, width: number, most: number): readonly string[] {
  const pieces = [...words.segment(text)].flatMap(({ segment }) =>
    measure(segment) <= width ? [segment] : [...letters.segment(segment)].map((one) => one.segment),
  );
  const lines: string[] = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (measure(line + piece) <= width || line === '') lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (kept.length <= most) return kept;
  return [...kept.slice(0, most - 1), `${kept[most - 1] ?? ''}…`];
}
