import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanFile } from '../../src/files/clean-file.ts';
import { aDocx, aJpeg, aPdf, aPng, aZipBomb, type DocxExtra, type PdfExtra } from './hostile-files.ts';

async function cleaned(bytes: Buffer) {
  const outcome = await cleanFile(bytes);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.value;
}

const refusalOf = async (bytes: Buffer) => {
  const outcome = await cleanFile(bytes);
  return outcome.ok ? 'taken in' : outcome.refusal;
};

describe('what makers and machines wrote beside the content', () => {
  test('control: the test files do hold it', async () => {
    for (const file of [aJpeg(), aPng()]) expect(file.includes('SECRET')).toBe(true);
    expect((await aPdf()).includes('SECRET')).toBe(true);
  });

  test('is gone from a JPEG, and its tables and scan are byte for byte there', async () => {
    const { bytes, mediaType } = await cleaned(aJpeg());
    expect(mediaType).toBe('image/jpeg');
    expect(bytes.includes('SEC')).toBe(false);
    const original = aJpeg();
    const tables = original.subarray(original.indexOf('ffdb', 0, 'hex'), original.indexOf('SECRET film'));
    expect(bytes.subarray(bytes.indexOf('ffdb', 0, 'hex')).equals(tables)).toBe(true);
  });

  test.each([1, 3, 6, 8])('leaves which side of a JPEG is up: %i', async (side) => {
    const { bytes } = await cleaned(aJpeg(side));
    const at = bytes.indexOf('Exif\0\0', 0, 'latin1');
    expect(at === -1 ? 1 : bytes.readUInt16BE(at + 6 + 18)).toBe(side);
    expect((await cleaned(bytes)).bytes.equals(bytes)).toBe(true);
  });

  test('is gone from a PNG, whose picture stays', async () => {
    const { bytes } = await cleaned(aPng());
    expect(bytes.includes('SECRET')).toBe(false);
    for (const type of ['IHDR', 'pHYs', 'IDAT', 'IEND']) expect(bytes.includes(type)).toBe(true);
    for (const type of ['tEXt', 'eXIf', 'tIME']) expect(bytes.includes(type)).toBe(false);
  });

  test('is gone from a PDF and from the photograph on its page', async () => {
    const { bytes, pageCount, isStripped } = await cleaned(await aPdf({ pages: 3 }));
    expect({ pageCount, isStripped }).toEqual({ pageCount: 3, isStripped: true });
    expect(bytes.includes('SECRET')).toBe(false);
    expect(bytes.includes('Metadata')).toBe(false);
    expect(bytes.includes('DCTDecode')).toBe(true);
    expect((await cleaned(bytes)).pageCount).toBe(3);
  });

  test('stays in a digitally signed PDF, which is kept byte for byte', async () => {
    const signed = await aPdf({ extra: 'signature' });
    const { bytes, isStripped } = await cleaned(signed);
    expect(isStripped).toBe(false);
    expect(bytes.equals(signed)).toBe(true);
  });

  test.each([undefined, 'template', 'bad_link'] as const)(
    'is gone from a Word document (%s)',
    async (extra) => {
      const { bytes } = await cleaned(aDocx(extra));
      const parts = unzipSync(bytes);
      const all = Object.values(parts)
        .map((part) => Buffer.from(part).toString('latin1'))
        .join('\n');
      expect(all).not.toContain('SECRET');
      expect(all).not.toContain('javascript:');
      expect(Buffer.from(parts['word/document.xml'] ?? []).toString()).toContain('ข้อความทดสอบ');
    },
  );
});

describe('a file is refused', () => {
  test.each<[PdfExtra, string]>([
    ['script', 'active_content'],
    ['hidden_script', 'active_content'],
    ['open_action', 'active_content'],
    ['additional_action', 'active_content'],
    ['launch', 'active_content'],
    ['submit', 'active_content'],
    ['bad_link', 'active_content'],
    ['embedded', 'embedded_files'],
    ['encrypted', 'encrypted'],
    ['destination', 'taken in'],
    ['web_link', 'taken in'],
  ])('a PDF with %s: %s', async (extra, expected) => {
    expect(await refusalOf(await aPdf({ extra }))).toBe(expected);
  });

  test.each<[DocxExtra, string]>([
    ['macro', 'active_content'],
    ['dde', 'active_content'],
    ['remote_picture', 'active_content'],
    ['embedded', 'embedded_files'],
    ['entity', 'broken'],
  ])('a Word document with %s: %s', async (extra, expected) => {
    expect(await refusalOf(aDocx(extra))).toBe(expected);
  });

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing in it', () => Buffer.alloc(0), 'empty'],
    ['HTML in it', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown_type'],
    [
      'SVG in it',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'unknown_type',
    ],
    ['half a JPEG in it', () => aJpeg().subarray(0, 150), 'broken'],
    ['half a PDF in it', async () => (await aPdf()).subarray(0, 400), 'broken'],
    [
      'a wrong checksum in a PNG',
      () => Buffer.from(aPng().map((byte, at) => (at === 20 ? byte ^ 1 : byte))),
      'broken',
    ],
    ['a picture of 40,000 by 40,000', () => aPng(40_000, 40_000), 'too_complex'],
    ['a ZIP that unpacks to 180 MB', aZipBomb, 'too_complex'],
    [
      'an old Word document',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      'unknown_type',
    ],
  ])('with %s', async (_what, make, expected) => {
    expect(await refusalOf(await make())).toBe(expected);
  });
});
