import jsQrModule from 'jsqr';
import { expect, test } from 'vitest';
import { qrPath } from '../../src/components/qr-path.ts';

// The package is CommonJS that also sets `default`.
const jsQr = 'default' in jsQrModule ? (jsQrModule.default as typeof jsQrModule) : jsQrModule;

const SCALE = 4;

type Stroke = { readonly x: number; readonly y: number; readonly length: number };

/** The strokes of a path as a browser draws them: `M` goes to a place, `m` and `h` go on from where the pen is. */
function strokesOf(path: string): readonly Stroke[] {
  const pen = { x: 0, y: 0 };
  return [...path.matchAll(/([Mm])(-?\d+) (-?[\d.]+)h(\d+)/g)].map(([, move, x, y, length]) => {
    const isFrom = move === 'm';
    pen.x = Number(x) + (isFrom ? pen.x : 0);
    pen.y = Math.trunc(Number(y)) + (isFrom ? pen.y : 0);
    const stroke = { ...pen, length: Number(length) };
    pen.x += stroke.length;
    return stroke;
  });
}

/** Draws the strokes into pixels, as a camera would see them, and reads the code. */
function readBack({ size, path }: { readonly size: number; readonly path: string }): string | null {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, length } of strokesOf(path)) {
    for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1) {
      for (let column = x * SCALE; column < (x + length) * SCALE; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return jsQr(pixels, side, side)?.data ?? null;
}

test.each([
  'https://tammanoon.example/charters/a/editions/1',
  'https://tammanoon.example/agreements/a-very-long-name-of-an-agreement-of-many-places-2569/editions/12/check',
])('a phone reads from the code the address %s', (address) => {
  expect(readBack(qrPath(address))).toBe(address);
});

test('a code from which a row was torn away is told from the whole one', () => {
  const whole = qrPath('https://tammanoon.example/charters/a/editions/1');
  const torn = {
    ...whole,
    path: strokesOf(whole.path)
      .filter((_, index) => index % 3 !== 0)
      .map(({ x, y, length }) => `M${x} ${y}.5h${length}`)
      .join(''),
  };
  expect(readBack(torn)).not.toBe('https://tammanoon.example/charters/a/editions/1');
});

test('the code keeps the light margin that readers need', () => {
  const { size, path } = qrPath('https://tammanoon.example');
  const strokes = strokesOf(path);
  expect(Math.min(...strokes.flatMap(({ x, y }) => [x, y]))).toBe(4);
  expect(Math.max(...strokes.map(({ x, length }) => x + length))).toBe(size - 4);
});
