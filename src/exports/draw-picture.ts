import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Whole TrueType files, because the renderer reads no web fonts. */
export const fontFiles = ['400Regular/Sarabun_400Regular.ttf', '700Bold/Sarabun_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/sarabun/${file}`),
);

/** Draws an SVG with text in Sarabun as PNG bytes. */
export type DrawPicture = (svg: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A drawer that draws one picture at a time, off the main thread: each takes 3 MB and some 40 ms. */
export function createPictureDrawer(): DrawPicture {
  let last: Promise<unknown> = Promise.resolve();
  return (svg) => {
    const mine = last.then(() => draw(svg));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The library is loaded with the first picture, because every start waits for what is loaded before it. */
async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Sarabun' },
  });
  return new Uint8Array(image.asPng());
}
