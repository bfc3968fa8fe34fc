import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cardFontFile, cardFontModule, cutFont, fontCuts, fontFolder } from '../tools/make-fonts.ts';

describe('the fonts of the site', () => {
  test.each(fontCuts)('$name is what the cut of the package gives', async (cut) => {
    expect((await readFile(`${fontFolder}${cut.name}`)).equals(await cutFont(cut))).toBe(true);
  });

  test('of a crisis card is what the cut of the package gives, and small enough for a card of 50 KB', async () => {
    const text = await readFile(cardFontFile, 'utf8');
    expect(text).toBe(await cardFontModule());
    expect(text.length).toBeLessThan(16_000);
  });

  test('promise in the stylesheet no letter that the files do not have', async () => {
    const sheet = await readFile('src/styles/fonts.css', 'utf8');
    const faces = [...sheet.matchAll(/fonts\/([\w.-]+)".*?unicode-range:\s+([^;]+);/gs)];
    expect(faces.length).toBe(3);
    for (const [, name, ranges = ''] of faces) {
      const letters = fontCuts.find((cut) => cut.name === name)?.letters ?? '';
      const missing = lettersOf(ranges).filter((letter) => !letters.includes(letter) && isAssigned(letter));
      expect(missing).toEqual([]);
    }
  });

  test('never make a reader see the text jump: a face that comes late waits for the next page', async () => {
    const sheet = await readFile('src/styles/fonts.css', 'utf8');
    expect(new Set(sheet.match(/font-display: \w+/g))).toEqual(new Set(['font-display: optional']));
  });
});

const isAssigned = (letter: string): boolean => !/\p{Cn}/u.test(letter);

function lettersOf(ranges: string): string[] {
  return ranges.split(/,\s*/).flatMap((one) => {
    const [first = '', last = first] = one.replace('U+', '').split('-');
    const from = Number.parseInt(first, 16);
    const length = Number.parseInt(last, 16) - from + 1;
    return Array.from({ length }, (_, index) => String.fromCodePoint(from + index));
  });
}
