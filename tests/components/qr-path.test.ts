import jsQrModule from 'jsqr';
import { expect, test } from 'vitest';
import { qrPath } from '../../src/components/qr-path.ts';

// The package is CommonJS that also sets `default`.
const jsQr = 'default' in jsQrModule ? (jsQrModule.default as typeof jsQrModule) : jsQrModule;

const SCALE = 4;

/** Draws the strokes into pixels, as a camera would see them, and reads the code. */
function readBack({ size, path }: { readonly size: number; readonly path: string }): string | null {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column += 1) {
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
    path: whole.path
      .split('M')
      .filter((_, index) => index % 3 !== 0)
      .join('M'),
  };
  expect(readBack(torn)).not.toBe('https://tammanoon.example/charters/a/editions/1');
});

test('the code keeps the light margin that readers need', () => {
  const { size, path } = qrPath('https://tammanoon.example');
  const starts = [...path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].map((match) => match.slice(1).map(Number));
  expect(Math.min(...starts.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...starts.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
});
