import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEditionFile } from '../../src/archive/edition-file.ts';
import { notStated } from '../../src/domain/fact.ts';
import { citationOf, thaiCitation } from '../../src/exports/citation.ts';
import { oneLine } from '../../src/exports/edition-export.ts';
import { editionFormat, editionFormats } from '../../src/exports/index.ts';
import { anEditionExport, exportOrigin, hostileTitles } from '../support/an-export.ts';

const write = (extension: string, edition = anEditionExport()): string => {
  const format = editionFormat(extension);
  if (!format) throw new Error(`no format ${extension}`);
  return format.write(edition);
};
const address = `${exportOrigin}/charters/test-north/editions/1`;
const citations = ['bib', 'ris', 'csl.json'] as const;
const kinds = { bib: '@bibtex/text', ris: '@ris/file', 'csl.json': '@else/json' } as const;
/** Told which format it is: what a title looks like must not make the reader guess another. */
const readBack = (extension: (typeof citations)[number], edition = anEditionExport()) =>
  plugins.input.chain(write(extension, edition), { generateGraph: false, forceType: kinds[extension] });

describe.each(citations)('the citation as .%s', (extension) => {
  test('is read back by a second program with title, edition, date, publisher and address', () => {
    const items = readBack(extension);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: 'ธรรมนูญตำบลทดสอบเหนือ',
      edition: 'ฉบับที่ ๖ พ.ศ. ๒๕๖๐',
      publisher: 'ทะเบียนธรรมนูญ',
      URL: address,
      note: `SHA-256 ${'ab'.repeat(32)}`,
    });
    const issued = z.object({ 'date-parts': z.array(z.array(z.number())) }).parse(items[0]?.['issued']);
    expect(issued['date-parts'][0]?.slice(0, 2)).toEqual([2017, 5]);
  });

  test.each(hostileTitles)('keeps the title %j whole and adds no second entry', (title) => {
    const items = readBack(extension, anEditionExport({ title }));
    expect(items.filter((item) => 'title' in item)).toHaveLength(1);
    const read = String(items[0]?.['title']);
    expect(read.replace(/\s+/g, ' ')).toBe(oneLine(title));
    expect(items[0]?.['author']).toBeUndefined();
  });

  test('has no date when none is given', () => {
    expect(readBack(extension, anEditionExport({ adopted: notStated }))[0]).not.toHaveProperty('issued');
  });
});

describe('the Thai form', () => {
  test('names title, edition, date, register, address and the short hash', () => {
    expect(thaiCitation(anEditionExport())).toBe(
      `ธรรมนูญตำบลทดสอบเหนือ. ฉบับที่ ๖ พ.ศ. ๒๕๖๐ (ฉบับลำดับที่ 1 ในทะเบียน). ประกาศใช้ 15–16 พฤษภาคม 2560. ทะเบียนธรรมนูญ. ${address}. SHA-256 abababababab.`,
    );
  });

  test('says so when no edition is printed and no date is given', () => {
    const text = thaiCitation(anEditionExport({ label: notStated, adopted: notStated }));
    expect(text).toContain('. ฉบับลำดับที่ 1 ในทะเบียน. ไม่ปรากฏวันที่. ');
  });
});

test('a fiscal year is cited as the year it ends in', () => {
  const adopted = {
    kind: 'given',
    value: {
      start: '2020-10-01',
      end: '2021-09-30',
      precision: 'fiscal_year',
      textAsWritten: null,
      isInferred: false,
    },
    note: null,
    sources: [],
  } as const;
  expect(citationOf(anEditionExport({ adopted })).issued).toEqual([[2021]]);
});

const documentShape = z.strictObject({
  address: z.literal(address),
  work: z.literal(`${exportOrigin}/charters/test-north`),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime(),
  manifest: z.looseObject({ format: z.literal(1), edition: z.literal(1), body: z.string() }),
  provisions: z
    .array(
      z.strictObject({
        eid: z.string().regex(/^[a-z0-9-]+$/),
        kind: z.enum(['chapter', 'part', 'clause', 'paragraph', 'heading']),
        label: z.string(),
        number: z.string().nullable(),
        heading: z.string().nullable(),
        parent: z.string().nullable(),
        order: z.int(),
        text: z.string(),
        address: z.url(),
      }),
    )
    .min(3),
});

describe('the edition as JSON', () => {
  test('is the manifest with its provisions, each under its own address', () => {
    const document = documentShape.parse(JSON.parse(write('json')));
    expect(document.manifest).toEqual(anEditionExport().manifest);
    expect(document.provisions.find(({ eid }) => eid === 'cl-2')?.address).toBe(`${address}#cl-2`);
  });
});

describe('the edition as Markdown', () => {
  test.each(['ธรรมนูญตำบลทดสอบ', hostileTitles[0], hostileTitles[1], hostileTitles[3], hostileTitles[4]])(
    'is the archive file: %j is read back to the same manifest',
    (title) => {
      const edition = anEditionExport({ title });
      const file = readEditionFile(write('md', edition), '1.md', { type: 'charters', slug: 'test-north' }, 1);
      expect(file).toMatchObject({ ok: true, value: { manifest: edition.manifest } });
    },
  );
});

describe('the edition as plain text', () => {
  const body =
    '## หมวด ๑ น้ำ\n\n### ข้อ ๑ ลำเหมือง\n\nทุกบ้าน\nช่วยกัน **ดูแล**\n\n1. ขุดลอก\n2. ตัดหญ้า\n   - ริมทาง\n\n| เรื่อง | จำนวน |\n|--|--|\n| ฝาย | 2 |\n';
  const text = write('txt', anEditionExport({ body }));

  test('says what it is before its text and where it is kept after it', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'ธรรมนูญตำบลทดสอบเหนือ',
      'ฉบับที่ ๖ พ.ศ. ๒๕๖๐',
      'ประกาศใช้ 15–16 พฤษภาคม 2560',
      'ต.ทดสอบเหนือ',
      'ข้อตกลงร่วมของชุมชน ไม่ใช่กฎหมาย คนในพื้นที่ตกลงกันเองและถือปฏิบัติด้วยความสมัครใจ',
    ]);
    expect(text).toContain(`ที่อยู่ถาวร: ${address}\n`);
    expect(text).toContain(`SHA-256: ${'ab'.repeat(32)}\n`);
  });

  test('keeps numbers, lists and tables, joins Thai lines, and has no markup', () => {
    expect(text).toContain(
      'หมวด ๑ น้ำ\n\nข้อ ๑ ลำเหมือง\n\nทุกบ้านช่วยกัน ดูแล\n\n1. ขุดลอก\n2. ตัดหญ้า\n  - ริมทาง\n\nเรื่อง | จำนวน\nฝาย | 2',
    );
    expect(text).not.toMatch(/\*\*|##/);
  });
});

test('every format says its charset', () => {
  for (const { contentType } of editionFormats) expect(contentType).toMatch(/; charset=utf-8$/);
});
