import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const tokens = read('src/styles/tokens.css');
/** The value of a token in the light and the dark scheme, in this order. */
const valuesOf = (name: string): readonly string[] =>
  [...tokens.matchAll(new RegExp(`--${name}: ([^;]+);`, 'g'))].map((match) => match[1] ?? '');

const colour = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\(/i;

describe('the colours of the site', () => {
  const sheets = globSync('src/styles/*.css').filter((file) => !file.endsWith('tokens.css'));
  test.each(sheets)('%s takes every colour from the tokens', (file) => {
    const own = read(file)
      .split('\n')
      .filter((line) => /:\s/.test(line) && colour.test(line.slice(line.indexOf(':'))));
    expect(own).toEqual([]);
  });

  test('no component draws in a colour of its own', () => {
    const files = globSync('src/{components,pages}/**/*.astro');
    const guilty = files.filter((file) =>
      /(?:fill|stroke|color|background)="(?!none|currentColor)/.test(read(file)),
    );
    expect(guilty).toEqual([]);
  });

  test('the browser frames the page in the colour of its paper', () => {
    const layout = read('src/layouts/base-layout.astro');
    const framed = [...layout.matchAll(/name="theme-color" content="([^"]+)"/g)].map((match) => match[1]);
    expect(framed).toEqual(valuesOf('paper').slice(0, 2));
  });

  test('the manifest and the sign use the paper and the accent', () => {
    const manifest: unknown = JSON.parse(read('public/site.webmanifest'));
    expect(manifest).toMatchObject({
      background_color: valuesOf('paper')[0],
      theme_color: valuesOf('accent')[0],
    });
    expect(read('public/favicon.svg')).toContain(valuesOf('accent')[0]);
  });

  test('every icon of the manifest is there in the size it says', () => {
    const { icons } = JSON.parse(read('public/site.webmanifest')) as {
      icons: readonly { src: string; type: string; sizes: string }[];
    };
    for (const { src, type, sizes } of icons) {
      const bytes = readFileSync(`public${src}`);
      if (type !== 'image/png') continue;
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });
});
