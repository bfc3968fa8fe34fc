import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { editionText } from '../support/test-archive.ts';

const bytes = 'bytes of a test scan';
const sha256 = createHash('sha256').update(bytes).digest('hex');
const charter = 'charters/test-rare';
const places = "['560118']";

const attachment = `{ sha256: ${sha256}, name: scan.pdf, mediaType: application/pdf, bytes: ${bytes.length}, pageCount: 2,
  title: สำเนาทดสอบ, kind: signed_scan, pages: [{ page: 1, provision: cl-1 }], text: บรรทัดทดสอบ }`;

const texts: Readonly<Record<string, string>> = {
  'cases/test-rare/1.md': editionText(1, {
    title: 'กรณีทดสอบ',
    legalNature: 'informational',
    places,
    facts:
      '{ adoptions: { value: [{ adopter: ตำบลที่ทะเบียนไม่รู้จัก, clauseWords: ข้อ 9 ทดสอบ, date: { start: 2015 } }] } }',
  }),
  [`${charter}/1.md`]: editionText(1, {
    places,
    relations: "[{ kind: adopts, target: cases/test-rare, note: 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 1 (#cl-1) ตัดค่าปรับ' }]",
    attachments: `[${attachment}]`,
  }),
  [`${charter}/files/${sha256}.pdf`]: bytes,
};

/** An archive of what the seeds do not have: a case that was taken over, twice told, and a file of an edition. */
export function rareArchive(): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-client-archive-'));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
