import { aDocx, aJpeg, aPdf, aPng, aZipBomb, type DocxExtra, type PdfExtra } from '../files/hostile-files.ts';

export type MutatedUpload = { readonly bytes: Buffer; readonly name: string };

/** Names that a page or a header could take for something else. */
const names = [
  '"><script>alert(1)</script>.pdf',
  "' onmouseover='alert(1).png",
  '../../../../etc/passwd',
  '..\\..\\windows\\system32\\a.docx',
  'ธรรมนูญ ฉบับลงนาม.pdf',
  'a\r\nSet-Cookie: x=1.pdf',
  '\u202Efdp.exe',
  'a\u0000.pdf',
  '<svg onload=alert(1)>.jpg',
  `${'ก'.repeat(400)}.pdf`,
  'CON',
  '.htaccess',
  'javascript:alert(1)',
  '{{7*7}}.docx',
  '.',
  '%2e%2e%2fa.pdf',
] as const;

const pdfExtras: readonly (PdfExtra | undefined)[] = [
  undefined,
  'script',
  'hidden_script',
  'launch',
  'destination',
  'embedded',
  'web_link',
  'encrypted',
  'signature',
];
const docxExtras: readonly (DocxExtra | undefined)[] = [
  undefined,
  'macro',
  'embedded',
  'template',
  'dde',
  'entity',
];

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Sound and hostile files, most of them broken somewhere: bits turned, cut, doubled, joined, or given another beginning. */
export async function* mutatedUploads(size: number, seed: number): AsyncGenerator<MutatedUpload> {
  const random = randomOf(seed);
  const pdfs = await Promise.all(pdfExtras.map((extra) => aPdf({ pages: 2, ...(extra && { extra }) })));
  const sound = [...pdfs, ...docxExtras.map((extra) => aDocx(extra)), aJpeg(), aPng(), aPng(60_000, 60_000)];
  const bomb = aZipBomb();
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  for (let at = 0; at < size; at += 1) {
    const one = at % 250 === 7 ? bomb : pick(sound);
    const bytes = at % 10 === 0 ? one : mutate(one, pick(sound), random);
    const isLarge = at % 100 === 3;
    yield { bytes: isLarge ? Buffer.concat([bytes, Buffer.alloc(8_000_000, at)]) : bytes, name: pick(names) };
  }
}

function mutate(bytes: Buffer, other: Buffer, random: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = random(copy.length);
  switch (random(7)) {
    case 0: {
      for (let times = 1 + random(20); times > 0; times -= 1) copy[random(copy.length)] = random(256);
      return copy;
    }
    case 1:
      return copy.subarray(0, at);
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy]);
    case 3:
      return Buffer.concat([copy.subarray(0, at), other.subarray(random(other.length))]);
    case 4:
      return Buffer.concat([other.subarray(0, 16), copy.subarray(16)]);
    case 5:
      return Buffer.concat([copy.subarray(0, at), Buffer.alloc(4, 0xff), copy.subarray(at + 4)]);
    default: {
      const digits = copy
        .toString('latin1')
        .replace(/\d+/g, (text) => (random(6) === 0 ? '4294967295' : text));
      return Buffer.from(digits, 'latin1');
    }
  }
}
