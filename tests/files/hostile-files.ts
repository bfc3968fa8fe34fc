import { crc32, deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';

/** Files of obvious test data, made here so that nothing real stands in the tests. `SECRET` is what must not stay. */

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const segment = (code: number, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, code]), u16(payload.length + 2), payload]);

/** EXIF with which side is up and a maker's name, little-endian. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4 + 8);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(7, 14);
  tiff.writeUInt32LE(38, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  tiff.write('SECRET\0\0', 38, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** The parts of a small grey JPEG, whose scan holds a stuffed byte and a restart. */
const frame = segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0]));
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
]);

/** A JPEG as a telephone writes it: JFIF with a thumbnail, EXIF, XMP, IPTC, a comment, and a film after its end. */
export function aJpeg(orientation = 6): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', 'latin1'), Buffer.from('SEC')]),
    ),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>SECRET</x>')),
    segment(0xed, Buffer.from('Photoshop 3.0\0SECRET')),
    segment(0xfe, Buffer.from('SECRET comment')),
    segment(0xdb, Buffer.alloc(65, 1)),
    frame,
    segment(0xc4, Buffer.alloc(20, 0)),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('SECRET film behind the picture'),
  ]);
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG with texts, a time, EXIF and something after its end. */
export function aPng(width = 2, height = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Author\0SECRET')),
    chunk('eXIf', exif(1).subarray(6)),
    chunk('tIME', Buffer.from([7, 230, 1, 1, 1, 1, 1])),
    chunk('pHYs', Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    chunk('IDAT', deflateSync(Buffer.alloc((2 + 1) * 2))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('SECRET'),
  ]);
}

/** What a hostile or careless maker may have put into a PDF. */
export type PdfExtra =
  | 'script'
  | 'launch'
  | 'open_action'
  | 'destination'
  | 'additional_action'
  | 'embedded'
  | 'submit'
  | 'bad_link'
  | 'web_link'
  | 'encrypted'
  | 'signature'
  | 'hidden_script';

/** A PDF with its maker's name in the information and in XMP, and a photograph with EXIF on its page. */
export async function aPdf(
  options: { readonly pages?: number; readonly extra?: PdfExtra } = {},
): Promise<Buffer> {
  const { pages = 1, extra } = options;
  const document = await PDFDocument.create();
  const { context } = document;
  document.setAuthor('SECRET author');
  for (let page = 0; page < pages; page += 1) document.addPage([200, 200]);
  const [first] = document.getPages();
  const xmp = context.stream('<x:xmpmeta>SECRET</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), context.register(xmp));
  const picture = context.stream(new Uint8Array(aJpeg()), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 8,
    Height: 8,
    Filter: 'DCTDecode',
  });
  first?.node.setXObject(PDFName.of('Picture'), context.register(picture));
  const action = (kind: string, more: Record<string, PDFString> = {}) =>
    context.obj({ Type: 'Action', S: kind, ...more });
  const annotate = (value: ReturnType<typeof action>) =>
    first?.node.addAnnot(
      context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: value })),
    );
  if (extra === 'script') document.addJavaScript('start', 'app.alert(1)');
  if (extra === 'open_action') {
    document.catalog.set(PDFName.of('OpenAction'), action('Launch', { F: PDFString.of('calc.exe') }));
  }
  if (extra === 'destination' && first) {
    document.catalog.set(PDFName.of('OpenAction'), context.obj([first.ref, PDFName.of('Fit')]));
  }
  if (extra === 'additional_action') first?.node.set(PDFName.of('AA'), context.obj({ O: action('Named') }));
  if (extra === 'launch') annotate(action('Launch', { F: PDFString.of('calc.exe') }));
  if (extra === 'submit') annotate(action('SubmitForm', { F: PDFString.of('https://example.org') }));
  if (extra === 'bad_link') annotate(action('URI', { URI: PDFString.of('javascript:alert(1)') }));
  if (extra === 'web_link') annotate(action('URI', { URI: PDFString.of('https://example.org') }));
  if (extra === 'embedded') await document.attach(new Uint8Array([1, 2, 3]), 'test.bin');
  if (extra === 'signature') {
    const value = context.obj({ Type: 'Sig', Contents: PDFString.of('x'), ByteRange: [0, 1, 2, 3] });
    const fields = PDFArray.withContext(context);
    fields.push(context.register(context.obj({ FT: 'Sig', V: value })));
    document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: fields }));
  }
  if (extra === 'encrypted') document.encrypt({ userPassword: 'x', ownerPassword: 'y' });
  const bytes = Buffer.from(await document.save({ useObjectStreams: extra !== 'hidden_script' }));
  if (extra !== 'hidden_script') return bytes;
  const text = bytes
    .toString('latin1')
    .replace('/Type /Catalog', '/Type /Catalog /Open#41ction << /S /J#61vaScript /JS (1) >>');
  return Buffer.from(text, 'latin1');
}

export type DocxExtra = 'macro' | 'embedded' | 'remote_picture' | 'template' | 'dde' | 'bad_link' | 'entity';

const relations = (inner: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const officeKind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document with its author in the properties, in a comment and in its template's path. */
export function aDocx(extra?: DocxExtra): Buffer {
  const outside = (kind: string, target: string) =>
    `<Relationship Id="r9" Type="${officeKind}/${kind}" Target="${target}" TargetMode="External"/>`;
  const more: Record<string, string> = {
    remote_picture: outside('image', 'https://example.org/seen.png'),
    template: outside('attachedTemplate', 'file:///C:/Users/SECRET/t.dotx'),
    bad_link: outside('hyperlink', 'javascript:alert(1)'),
  };
  const field =
    extra === 'dde' ? '<w:r><w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\x</w:instrText></w:r>' : '';
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(
      `<Relationship Id="r1" Type="${officeKind}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `${extra === 'entity' ? '<!DOCTYPE x [<!ENTITY a "b">]>' : ''}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:ins w:author="SECRET"><w:r><w:t>ข้อความทดสอบ</w:t></w:r></w:ins>${field}</w:p></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(extra === undefined ? '' : (more[extra] ?? '')),
    'word/media/picture.jpg': aJpeg(),
    'docProps/core.xml': '<cp:coreProperties><dc:creator>SECRET</dc:creator></cp:coreProperties>',
    'docProps/app.xml': '<Properties><Company>SECRET</Company></Properties>',
  };
  if (extra === 'macro') parts['word/vbaProject.bin'] = Buffer.from('SECRET');
  if (extra === 'embedded') parts['word/embeddings/oleObject1.bin'] = Buffer.from('SECRET');
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))),
  );
}

/** A ZIP that says it is a Word document and unpacks to far more than it is. */
export function aZipBomb(): Buffer {
  const zeros = new Uint8Array(60 * 1024 * 1024);
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      'word/document.xml': zeros,
      'word/a.xml': zeros,
      'word/b.xml': zeros,
    }),
  );
}
