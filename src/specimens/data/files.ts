import type { Attachment, KeptFile } from '../../domain/attachment.ts';
import { fieldsOfFile } from '../../domain/attachment-fields.ts';
import type { Provision } from '../../domain/provision.ts';

/** A scan with pages that are told, and an annex with a text of its own. */
export const testFiles: readonly Attachment[] = [
  {
    sha256: 'a'.repeat(64),
    name: 'ธรรมนูญ-ทดสอบ-ลงนาม.pdf',
    title: 'สำเนาธรรมนูญทดสอบที่ลงนามแล้ว',
    kind: 'signed_scan',
    mediaType: 'application/pdf',
    bytes: 3_456_789,
    pageCount: 12,
    pages: [
      { page: 3, provision: 'cl-1' },
      { page: 4, provision: 'cl-2' },
    ],
    textEquivalent: { kind: 'body' },
  },
  {
    sha256: 'b'.repeat(64),
    name: 'ภาคผนวก-ทดสอบ.docx',
    title: 'ภาคผนวก ก แบบบันทึกทดสอบ',
    kind: 'annex',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: 34_567,
    pageCount: null,
    pages: [],
    textEquivalent: { kind: 'text', text: 'บรรทัดทดสอบที่หนึ่ง\nบรรทัดทดสอบที่สอง' },
  },
  {
    sha256: 'c'.repeat(64),
    name: 'ภาพ-ทดสอบ.jpg',
    title: 'ภาพวันประชุมทดสอบ',
    kind: 'picture',
    mediaType: 'image/jpeg',
    bytes: 812_000,
    pageCount: 1,
    pages: [],
    textEquivalent: null,
  },
];

/** A file of a submission, which says nothing of itself but its name. */
export const testKeptFile: KeptFile = {
  sha256: 'd'.repeat(64),
  name: 'หลักฐาน-ทดสอบ.pdf',
  mediaType: 'application/pdf',
  bytes: 345_678,
  pageCount: 1,
};

const part = (order: number): Provision => ({
  eid: `cl-${order}`,
  kind: 'clause',
  label: `ข้อ ${order}`,
  number: String(order),
  heading: 'เรื่องทดสอบ',
  parent: null,
  order,
  text: 'ข้อความทดสอบ',
});
export const testFileParts = [part(1), part(2), part(3)];
export const testFileFields = fieldsOfFile(
  testFiles[0] ?? { title: '', kind: 'annex', pages: [], textEquivalent: null },
);
