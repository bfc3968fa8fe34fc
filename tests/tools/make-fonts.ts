import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** Thai letters, vowels, marks, digits and signs, the joiners, and the circle on which a lone mark stands. */
const thai = `${range(0x0e01, 0x0e3a)}${range(0x0e3f, 0x0e5b)}\u200c\u200d\u25cc`;
/** ASCII and the signs that Thai documents use beside it. */
const latin = `${range(0x20, 0x7e)}\u00a0°±·×–—‘’“”…›`;

/** The font files of the site: each a cut of a file of the package, and the letters that stay. */
export const fontCuts = [
  { name: 'sarabun-400.woff2', from: '400Regular/Sarabun_400Regular.ttf', letters: thai + latin },
  { name: 'sarabun-thai-700.woff2', from: '700Bold/Sarabun_700Bold.ttf', letters: thai },
] as const;

export const fontFolder = fileURLToPath(new URL('../../src/styles/fonts/', import.meta.url));
const packageFolder = fileURLToPath(
  new URL('../../node_modules/@expo-google-fonts/sarabun/', import.meta.url),
);

/** What crisis cards carry in themselves: Thai, and the digits and signs that stand in dates and numbers, in one weight. */
export const cardCut = {
  from: '400Regular/Sarabun_400Regular.ttf',
  letters: `${thai} 0123456789()[]/.,:-\u00a0·–—“”`,
} as const;
export const cardFontFile = fileURLToPath(new URL('../../src/components/card/card-font.ts', import.meta.url));

/** The module that holds the font of cards. */
export async function cardFontModule(): Promise<string> {
  const base64 = (await cutFont(cardCut)).toString('base64');
  return `/** Sarabun, Thai letters in 400, as woff2 in base64; made by tests/tools/make-fonts.ts. */\nexport const cardFont =\n  '${base64}';\n`;
}

/**
 * Marks in their places over and under letters. What no style of the site switches on (fractions, old digits) and the
 * kerning of Latin pairs stay out: they were 2.5 KB of the first page on a slow line, and Thai has no such pairs.
 */
const keepFeatures = ['ccmp', 'liga', 'locl', 'mark', 'mkmk'];

/** The bytes of one cut; the same package always gives the same bytes. */
export async function cutFont(cut: { readonly from: string; readonly letters: string }): Promise<Buffer> {
  const font = await readFile(`${packageFolder}${cut.from}`);
  return subsetFont(font, cut.letters, { targetFormat: 'woff2', keepFeatures });
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const cut of fontCuts) {
    const bytes = await cutFont(cut);
    await writeFile(`${fontFolder}${cut.name}`, bytes);
    console.log(`${cut.name}: ${bytes.length} bytes`);
  }
  await writeFile(cardFontFile, await cardFontModule());
}
