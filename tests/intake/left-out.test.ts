import { expect, test } from 'vitest';
import { convert } from '../../src/intake/convert.ts';
import { formatNumber } from '../../src/intake/number-formats.ts';
import { packParts } from '../../src/intake/pack-parts.ts';
import { readParts } from '../../src/intake/read-parts.ts';
import { aWordFile } from './word-files.ts';

const p = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const inList = (numId: number, at = 0): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** The text and the report of a Word file with this body, and with these lists and styles in place of its own. */
async function read(body: string, lists = '', styles = '') {
  const parts = readParts(await aWordFile([{ kind: 'paragraph', text: 'x', hasNote: false }]));
  if (!parts.ok) throw new Error(parts.refusal);
  const changed = new Map(parts.value);
  const replaced = (name: string, pattern: RegExp, inside: string): void => {
    const xml = changed.get(name)?.toString() ?? '';
    changed.set(
      name,
      Buffer.from(xml.replace(pattern, (_all, begin: string, end: string) => begin + inside + end)),
    );
  };
  replaced('word/document.xml', /(<w:body>)[\s\S]*(<\/w:body>)/, body);
  if (lists !== '') replaced('word/numbering.xml', /(<w:numbering[^>]*>)[\s\S]*(<\/w:numbering>)/, lists);
  if (styles !== '') replaced('word/styles.xml', /(<w:styles[^>]*>)[\s\S]*(<\/w:styles>)/, styles);
  const result = await convert('docx', packParts(changed));
  if (!result.ok) throw new Error(result.refusal);
  return { text: result.value.markdown, notes: result.value.notes };
}

test('tracked changes are settled as they stand, and told', async () => {
  const { text, notes } = await read(
    p(
      `${r('ให้')}<w:ins w:id="1">${r('เพิ่ม')}</w:ins><w:del w:id="2"><w:r><w:delText>ลบ</w:delText></w:r></w:del>${r('ความ')}`,
    ),
  );
  expect(text).toBe('ให้เพิ่มความ');
  expect(notes).toEqual([
    { kind: 'insertion', count: 1, places: ['เพิ่ม'] },
    { kind: 'deletion', count: 1, places: ['ลบ'] },
  ]);
});

test('text boxes, hidden words, pictures, equations and comments are left out, and told where', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('ในกล่อง'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('ในกล่อง'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const { text, notes } = await read(
    p(r('ข้อความหลัก') + box) +
      p(r('ซ่อน', '<w:vanish/>') + r('เห็น') + r('เห็นด้วย', '<w:vanish w:val="0"/>')) +
      p(`<w:r><w:drawing/></w:r><m:oMath/><w:r><w:commentReference w:id="0"/></w:r>${r('ท้าย')}`),
  );
  expect(text).toBe('ข้อความหลัก\n\nเห็นเห็นด้วย\n\nท้าย');
  expect(notes.map(({ kind, count }) => [kind, count])).toEqual([
    ['text_box', 1],
    ['hidden_text', 1],
    ['image', 1],
    ['equation', 1],
    ['comment', 1],
  ]);
  expect(notes[0]?.places).toEqual(['ในกล่อง']);
});

test('the labels of automatic lists are words where they open a provision, and stay labels of items elsewhere', async () => {
  const lists =
    `<w:abstractNum w:abstractNumId="1">${level(0, 'thaiNumbers', 'หมวด %1')}${level(1, 'thaiNumbers', 'ข้อ %2')}${level(2, 'thaiLetters', '(%3)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const { text } = await read(
    [
      p(r('บททั่วไป'), inList(1)),
      p(r('ให้ทดสอบ'), inList(1, 1)),
      p(r('อนุแรก'), inList(1, 2)),
      p(r('อนุถัดไป'), inList(1, 2)),
      p(r('ข้อถัดไป'), inList(1, 1)),
      p(r('หนึ่ง'), inList(2)),
      p(r('หนึ่งจุดหนึ่ง'), inList(2, 1)),
      p(r('คั่น')),
      p(r('สอง'), inList(2)),
      p(r('ห้า'), inList(3)),
      p(r('ไม่มีเลข'), inList(0)),
    ].join(''),
    lists,
  );
  expect(text).toBe(
    [
      '## หมวด ๑ บททั่วไป',
      'ข้อ ๑ ให้ทดสอบ',
      '- (ก) อนุแรก\n- (ข) อนุถัดไป',
      'ข้อ ๒ ข้อถัดไป',
      '1. หนึ่ง\n   - 1.1 หนึ่งจุดหนึ่ง',
      'คั่น',
      '2. สอง\n5. ห้า',
      'ไม่มีเลข',
    ].join('\n\n'),
  );
});

test('numbers are counted in every format of Word', () => {
  const formats = [
    'thaiNumbers',
    'thaiLetters',
    'lowerLetter',
    'upperRoman',
    'decimalZero',
    'none',
    'no such format',
  ];
  expect(formats.map((format) => formatNumber(4, format))).toEqual(['๔', 'ง', 'd', 'IV', '04', '', '4']);
  expect([41, 42].map((value) => formatNumber(value, 'thaiLetters'))).toEqual(['ฮ', 'กก']);
});

test('headings are known by the level of their style, and lines of a table of contents are no headings', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="หัวเรื่องของเรา"/><w:basedOn w:val="b"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="แม่แบบ"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style>';
  const { text, notes } = await read(
    p(r('หมวด ๑ บททั่วไป 1'), '<w:pStyle w:val="c"/>') +
      p(r('หมวด ๑ บททั่วไป'), '<w:pStyle w:val="a"/>') +
      p(r('ข้อ ๑ ให้ทดสอบ')),
    '',
    styles,
  );
  expect(text).toBe('## หมวด ๑ บททั่วไป\n\nข้อ ๑ ให้ทดสอบ');
  expect(notes).toEqual([{ kind: 'contents', count: 1, places: ['หมวด ๑ บททั่วไป 1'] }]);
});

test('merged cells, cells of several paragraphs and tables in tables become plain tables, and are told', async () => {
  const inner = `<w:tbl><w:tr>${cell(p(r('ใน')))}${cell(p(r('ตาราง')))}</w:tr></w:tbl>`;
  const { text, notes } = await read(
    `<w:tbl><w:tr>${cell(p(r('กว้าง')), '<w:gridSpan w:val="2"/>')}${cell(p(r('สูง')), '<w:vMerge w:val="restart"/>')}</w:tr>` +
      `<w:tr>${cell(p(r('ก')) + p(r('ข')))}${cell(inner + p(''))}${cell(p(''), '<w:vMerge/>')}</w:tr></w:tbl>`,
  );
  expect(text).toBe('| กว้าง |  | สูง |\n| --- | --- | --- |\n| ก ข | ใน · ตาราง |  |');
  expect(notes.map(({ kind, count }) => [kind, count])).toEqual([
    ['merged_cell', 2],
    ['cell_blocks', 1],
    ['nested_table', 1],
    ['table_header', 1],
  ]);
});

test('a line break before a ข้อ begins a provision of its own, and a frame of one cell is no table', async () => {
  const { text } = await read(
    `${p(`${r('ข้อ ๑ แรก')}<w:r><w:br/></w:r>${r('ต่อ')}<w:r><w:br/></w:r>${r('ข้อ ๒ สอง')}`)}<w:tbl><w:tr>${cell(p(r('ในกรอบ')))}</w:tr></w:tbl>`,
  );
  expect(text).toBe('ข้อ ๑ แรก  \nต่อ\n\nข้อ ๒ สอง\n\nในกรอบ');
});

test('a page of plain blocks is read as its paragraphs, and empty lists are nothing', async () => {
  const html =
    '<div>หมวด ๑</div><div style="text-align:center">บททั่วไป</div><div>ข้อ ๑ ให้ทดสอบ</div><ol></ol><ul></ul><table></table>';
  const result = await convert('html', Buffer.from(html));
  expect(result.ok && result.value.markdown).toBe('## หมวด ๑ บททั่วไป\n\nข้อ ๑ ให้ทดสอบ');
});
