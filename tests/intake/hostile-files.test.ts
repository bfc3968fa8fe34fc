import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import { readParts } from '../../src/intake/read-parts.ts';
import { readXml, writeXml } from '../../src/intake/xml-tree.ts';
import { aWordFile } from './word-files.ts';

type Entry = {
  readonly name: string;
  readonly bytes: Buffer;
  /** The size the directory tells; the true one without it. */
  readonly told?: number;
  readonly flags?: number;
  readonly attributes?: number;
};

const types: Entry = { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') };
const main: Entry = { name: 'word/document.xml', bytes: Buffer.from('<w:document/>') };

function aZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, told = bytes.length, flags = 0, attributes = 0 } of entries) {
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(told, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const refusalOf = (file: Buffer): string => {
  const parts = readParts(file);
  return parts.ok ? 'read' : parts.refusal;
};

describe('a zip that is no honest Word file is refused before it is unpacked:', () => {
  test('an honest one is read', () => {
    expect(refusalOf(aZip([types, main]))).toBe('read');
  });

  test.each([
    ['a part that leaves its folder', { name: '../../etc/passwd.xml' }],
    ['an absolute name', { name: '/word/document.xml' }],
    ['a name of another system', { name: 'C:\\word\\document.xml' }],
    ['a name with a null', { name: 'word/document.xml\0.png' }],
    ['an encrypted part', { flags: 1 }],
    ['a symbolic link', { attributes: 0xa1ff_0000 }],
    ['a part longer than it tells', { told: 3 }],
    ['a part shorter than it tells', { told: 300 }],
  ] as const)('%s', (_what, wrong) => {
    expect(refusalOf(aZip([types, main, { ...main, name: 'word/styles.xml', ...wrong }]))).toBe('broken');
  });

  test('a bomb, by its ratio and by its size', () => {
    const bomb = { name: 'word/document.xml', bytes: Buffer.alloc(8 * 1024 * 1024, 0x20) };
    expect(refusalOf(aZip([types, bomb]))).toBe('too_large');
    const many = Array.from({ length: 40 }, (_, at) => ({
      name: `word/part${at}.xml`,
      bytes: Buffer.alloc(1024 * 1024, 0x20),
    }));
    expect(refusalOf(aZip([types, ...many]))).toBe('too_large');
  });

  test('more parts than any text has', () => {
    const parts = Array.from({ length: 2001 }, (_, at) => ({
      name: `p${at}.xml`,
      bytes: Buffer.from('<x/>'),
    }));
    expect(refusalOf(aZip([types, ...parts]))).toBe('too_large');
  });

  test('the same part twice, which readers would see differently', () => {
    expect(refusalOf(aZip([types, main, main]))).toBe('broken');
  });

  test('a zip of something else, no zip at all, and Word of twenty years ago', () => {
    expect(refusalOf(aZip([{ name: 'a.txt', bytes: Buffer.from('x') }]))).toBe('not_docx');
    expect(refusalOf(Buffer.from('ข้อความธรรมดาที่ตั้งชื่อว่า .docx'))).toBe('not_docx');
    expect(refusalOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(600)]))).toBe('old_word');
    expect(refusalOf(Buffer.alloc(0))).toBe('not_docx');
  });
});

describe('XML of a part', () => {
  test('is written as it was read', () => {
    const source = '<a b="1 &amp; 2"><c/>ข้อ &lt;๑&gt;<d e=\'"\'>x</d></a>';
    const tree = readXml(source);
    expect(tree.ok && writeXml(tree.value)).toBe(source);
  });

  test('with a document type is refused, so that nothing in it can grow', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    expect(readXml(bomb)).toMatchObject({ ok: false, refusal: 'broken' });
  });

  test('that is not well formed or too deep is refused', () => {
    for (const wrong of ['', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a>< b</a>', 'x<a/>y']) {
      expect(readXml(wrong)).toMatchObject({ ok: false });
    }
    expect(readXml('<a>'.repeat(300) + '</a>'.repeat(300))).toMatchObject({ refusal: 'too_complex' });
  });
});

describe('a spoilt Word file', () => {
  test('gives a text or one refusal, and never throws', async () => {
    const file = await aWordFile([
      { kind: 'chapter', shape: 'centred', number: 1, text: 'ทดสอบ' },
      { kind: 'clause', shape: 'automatic', number: 1, text: 'ให้ทดสอบ' },
      { kind: 'table', rows: [['ก', 'ข']] },
    ]);
    const spoilt = fc
      .array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
      .map((changes) => {
        const copy = Buffer.from(file);
        for (const [at, byte] of changes) copy[at] = byte;
        return copy;
      });
    const shortened = fc.nat(file.length).map((length) => file.subarray(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, shortened), async (bytes) => {
        const result = await convert('docx', bytes);
        expect(result.ok || typeof result.refusal === 'string').toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('whose XML is spoilt under a sound zip gives a text or one refusal too', async () => {
    const file = await aWordFile([{ kind: 'clause', shape: 'automatic', number: 1, text: 'ให้ทดสอบ' }]);
    const parts = readParts(file);
    if (!parts.ok) throw new Error(parts.refusal);
    const names = [...parts.value.keys()];
    const spoilt = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.string({ maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.array(spoilt, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = new Map(parts.value);
        for (const [name, at, words] of changes) {
          const text = changed.get(name)?.toString() ?? '';
          const cut = at % (text.length + 1);
          changed.set(name, Buffer.from(text.slice(0, cut) + words + text.slice(cut + (at % 7))));
        }
        const zip = aZip([...changed].map(([name, bytes]) => ({ name, bytes })));
        const result = await convert('docx', zip);
        expect(result.ok || typeof result.refusal === 'string').toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
