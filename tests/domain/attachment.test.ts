import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentName, isAttachmentName } from '../../src/domain/attachment.ts';

describe('the name of an attached file', () => {
  test.each([
    ['ธรรมนูญ ลงนาม.PDF', 'ธรรมนูญ-ลงนาม.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\แผน.docx', 'แผน.pdf'],
    ['"><script>alert(1)</script>.pdf', 'script.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie-x-1.pdf'],
    ['\u202Efdp.exe', 'fdp.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
  ])('of %j is %s', (given, expected) => {
    expect(attachmentName(given, 'application/pdf')).toBe(expected);
  });

  test('is made of letters, marks, digits and three signs, whatever was given, and is made once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = attachmentName(given, 'image/png');
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*\.png$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(encodeURIComponent(name)).not.toContain('%2F');
        expect(isAttachmentName(name, 'image/png')).toBe(true);
      }),
    );
  });
});
