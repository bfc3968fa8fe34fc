import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { createPictureDrawer, fontFiles } from '../../src/exports/draw-picture.ts';
import { editionPicture, registerPicture, sharePictureSvg } from '../../src/exports/share-picture.ts';
import { wrapThai } from '../../src/thai/wrap-thai.ts';
import { anEditionExport, hostileTitles } from '../support/an-export.ts';

const draw = createPictureDrawer();
const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Sarabun' };
const longTitle = 'บันทึกข้อตกลงความร่วมมือขับเคลื่อนนโยบายสาธารณะเพื่อชุมชนท้องถิ่นน่าอยู่ด้านน้ำและป่าชุมชนทดสอบ '.repeat(4);
const unbroken = 'กำ'.repeat(300);
const titles = ['น้ำ', longTitle, unbroken, 'W'.repeat(200), ...hostileTitles];
const svgOf = (title: string) => sharePictureSvg(editionPicture(anEditionExport({ title })));

/** Right edge of the words, in pixels: every drawn thing but the words is taken out first. */
function rightEdgeOfWords(svg: string): number {
  const words = svg.replace(/<rect[^>]*\/>|<g .*<\/g>/g, '');
  const box = new Resvg(words, { font }).getBBox();
  return box === undefined ? 0 : box.x + box.width;
}

describe('the picture of a shared link', () => {
  test('is a PNG of 1200 by 630 and at most 150 KB', async () => {
    for (const svg of [sharePictureSvg(registerPicture), ...titles.map(svgOf)]) {
      const png = Buffer.from(await draw(svg));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThanOrEqual(150 * 1024);
    }
  });

  test.each(titles)('keeps the title %j inside its margins', (title) => {
    expect(rightEdgeOfWords(svgOf(title))).toBeLessThanOrEqual(1200 - 60);
  });

  test('gives ำ its full width, which the renderer alone does not', () => {
    const width = (words: string) =>
      rightEdgeOfWords(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><text y="99" font-family="Sarabun" font-size="40">${words}</text></svg>`,
      );
    const drawn = /<text[^>]*font-weight="700" fill="#1c2422">([^<]*)</.exec(svgOf('น้ำน้ำน้ำน้ำ'))?.[1] ?? '';
    expect(drawn).not.toContain('ำ');
    expect(width(drawn)).toBeGreaterThan(width('น้ำน้ำน้ำน้ำ') + 40);
  });
});

describe('lines of Thai', () => {
  test('end between words and never between a letter and its marks', () => {
    expect(wrapThai('ธรรมนูญ สุขภาพ ตำบล', 5, 9)).toEqual(['ธรรมนูญ', 'สุขภาพ', 'ตำบล']);
    for (const line of wrapThai(unbroken, 6, 99)) expect(line).toMatch(/^(กำ)+$/);
  });

  test('end with an ellipsis where they had to be cut', () => {
    expect(wrapThai(longTitle, 10, 2).at(-1)).toMatch(/…$/);
    expect(wrapThai(longTitle, 10, 2)).toHaveLength(2);
  });
});
