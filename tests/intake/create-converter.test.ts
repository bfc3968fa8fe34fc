import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { importMaximumBytes } from '../../src/domain/imported-text.ts';
import { type ConverterLimits, createConverter } from '../../src/intake/create-converter.ts';

const folder = mkdtempSync(join(tmpdir(), 'tammanoon-converter-'));

/** A converter whose process does what these lines say. */
function aConverter(lines: string, limits: Partial<ConverterLimits> = {}) {
  const program = join(folder, `${Math.abs(lines.length * 31 + lines.charCodeAt(0))}.mjs`);
  writeFileSync(program, lines);
  return createConverter({ program, limits });
}

const html = Buffer.from('<p>ข้อ ๑ ให้ทดสอบ</p>');

describe('an import in a process of its own', () => {
  test('gives the text', async () => {
    const result = await createConverter().convert('html', html);
    expect(result).toEqual({ ok: true, value: { markdown: 'ข้อ ๑ ให้ทดสอบ', notes: [] } });
  });

  test('that never ends is ended, and refused as too slow', async () => {
    const { convert } = aConverter('setInterval(() => {}, 1000)', { timeoutMs: 300 });
    expect(await convert('html', html)).toMatchObject({ refusal: 'too_slow' });
  });

  test('that eats memory ends itself, and is refused as too complex', async () => {
    const lines = 'const all = []; for (;;) all.push(new Array(1e5).fill({}));';
    const { convert } = aConverter(lines, { heapMegabytes: 32 });
    expect(await convert('html', html)).toMatchObject({ refusal: 'too_complex' });
  }, 20_000);

  test('that crashes or floods its answer is refused too', async () => {
    expect(await aConverter('throw new Error()').convert('html', html)).toMatchObject({
      refusal: 'too_complex',
    });
    const flood =
      'for (;;) if (!process.stdout.write("x".repeat(65536))) await new Promise((r) => process.stdout.once("drain", r));';
    expect(await aConverter(flood).convert('html', html)).toMatchObject({ refusal: 'too_complex' });
  });

  test('sees nothing of the surroundings of the server', async () => {
    process.env['SECRET_OF_A_TEST'] = 'x';
    onTestFinished(() => void delete process.env['SECRET_OF_A_TEST']);
    const lines = 'process.stdout.write(JSON.stringify({ ok: true, value: Object.keys(process.env) }))';
    expect(await aConverter(lines).convert('html', html)).toEqual({ ok: true, value: [] });
  });

  test('waits for its turn, and is refused as busy when too many wait', async () => {
    const lines = 'setTimeout(() => process.stdout.write(`{"ok":false,"refusal":"empty"}`), 400)';
    const { convert } = aConverter(lines, { atOnce: 1, waiting: 1 });
    const answers = await Promise.all([1, 2, 3].map(() => convert('html', html)));
    expect(answers.map((answer) => (answer.ok ? 'text' : answer.refusal)).sort()).toEqual([
      'busy',
      'empty',
      'empty',
    ]);
  });

  test('is not begun for more than may come, nor after the converter was stopped', async () => {
    const converter = createConverter();
    expect(await converter.convert('docx', Buffer.alloc(importMaximumBytes + 1))).toMatchObject({
      refusal: 'too_large',
    });
    converter.stop();
    expect(await converter.convert('html', html)).toMatchObject({ refusal: 'busy' });
  });
});
