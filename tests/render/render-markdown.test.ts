import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBody } from '../../src/render/render-markdown.ts';
import { renderPage } from '../../src/render/render-page.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { readStrictHtml } from './strict-html.ts';

const eids = (markdown: string) => renderBody(markdown).provisions.map(({ eid }) => eid);
const parents = (markdown: string) =>
  Object.fromEntries(renderBody(markdown).provisions.map(({ eid, parent }) => [eid, parent]));
const provision = (markdown: string, eid: string) =>
  renderBody(markdown).provisions.find((candidate) => candidate.eid === eid);

const charter = `## หมวด ๑ บททั่วไป

### ข้อ ๑ ชื่อ

วรรคหนึ่งของชุมชน
ทดสอบ

- รายการหนึ่ง
- รายการสอง

วรรคสอง

**ข้อ ๒** ให้มีคณะกรรมการ

ประชุมปีละสองครั้ง

## หมวด 2

### ข้อ 1 ซ้ำ

## ภาคผนวก

จบ`;

describe('lines of the text', () => {
  it('never end inside a word that belongs together, and what is copied stays as it was written', () => {
    const { html, provisions } = renderBody('### ข้อ 1 ท้องถิ่น\n\nองค์กรปกครองส่วนท้องถิ่นกับแม่แบบ');
    expect(html).toContain(
      '<span class="whole">องค์กรปกครองส่วนท้องถิ่น</span>กับ<span class="whole">แม่แบบ</span>',
    );
    expect(html.replace(/<[^>]+>/g, '')).toContain('องค์กรปกครองส่วนท้องถิ่นกับแม่แบบ');
    expect(provisions.at(-1)?.text).toBe('องค์กรปกครองส่วนท้องถิ่นกับแม่แบบ');
  });
});

describe('the provisions of a charter', () => {
  it('are its chapters, clauses, paragraphs and other headings, in order', () => {
    const { provisions } = renderBody(charter);
    expect(provisions.map(({ eid }) => eid)).toEqual([
      ...['ch-1', 'cl-1', 'cl-1-p-1', 'cl-1-p-2', 'cl-2', 'cl-2-p-1', 'cl-2-p-2', 'ch-2', 'ch-2-cl-1', 's-1'],
    ]);
    expect(provisions.map(({ order }) => order)).toEqual(provisions.map((_, at) => at));
  });

  it('keep the label as printed, the number in Arabic digits and the heading apart', () => {
    expect(provision(charter, 'ch-1')).toMatchObject({
      kind: 'chapter',
      label: 'หมวด ๑',
      number: '1',
      heading: 'บททั่วไป',
    });
    expect(provision(charter, 'cl-1')).toMatchObject({
      kind: 'clause',
      label: 'ข้อ ๑',
      number: '1',
      heading: 'ชื่อ',
    });
    expect(provision(charter, 'ch-2')).toMatchObject({ label: 'หมวด 2', heading: null });
    expect(provision(charter, 's-1')).toMatchObject({ kind: 'heading', label: 'ภาคผนวก', number: null });
  });

  it('stand in the part around them', () => {
    expect(parents(charter)).toMatchObject({
      'ch-1': null,
      'cl-1': 'ch-1',
      'cl-1-p-2': 'cl-1',
      'cl-2': 'ch-1',
      'ch-2-cl-1': 'ch-2',
      's-1': null,
    });
  });

  it('give a list to the paragraph before it, and every paragraph to its clause', () => {
    expect(provision(charter, 'cl-1-p-1')?.text).toBe('วรรคหนึ่งของชุมชนทดสอบ\nรายการหนึ่ง\nรายการสอง');
    expect(provision(charter, 'cl-1')?.text).toBe('วรรคหนึ่งของชุมชนทดสอบ\nรายการหนึ่ง\nรายการสอง\nวรรคสอง');
    expect(provision(charter, 'cl-2')?.text).toBe('ให้มีคณะกรรมการ\nประชุมปีละสองครั้ง');
    expect(provision(charter, 's-1')?.text).toBe('จบ');
  });

  it('are the ids of the page, each once', () => {
    const { html, provisions } = renderBody(charter);
    const ids = readStrictHtml(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids).toEqual(provisions.map(({ eid }) => eid));
  });
});

describe('the opening of a provision', () => {
  it.each([
    ['### ข้อ 5', 'cl-5'],
    ['### ข้อ๕', 'cl-5'],
    ['### ข้อที่ ๕', 'cl-5'],
    ['### **ข้อ ๕** ชื่อ', 'cl-5'],
    ['ข้อ ๕ ให้มี', 'cl-5'],
    ['ข้อ 5. ให้มี', 'cl-5'],
    ['### ข้อ 5.1 ชื่อ', 'cl-5-1'],
    ['### ข้อ ๕/๑', 'cl-5-1'],
    ['### ข้อ 05', 'cl-5'],
    ['## หมวด ๑/๑', 'ch-1-1'],
    ['## หมวดที่ 3 – สุขภาพ', 'ch-3'],
    ['## ส่วนที่ 2 สิทธิ', 'pt-2'],
    ['หมวด ๔\n---', 'ch-4'],
    ['## คำปรารภ', 's-1'],
  ])('of %j is %s', (markdown, eid) => {
    expect(eids(markdown)[0]).toBe(eid);
  });

  it.each([
    ['## ข้อห้าม', 's-1'],
    ['## หมวดหมู่', 's-1'],
    ['## หัวข้อ 5', 's-1'],
    ['### ข้อ 1234567', 's-1'],
  ])('is not %j', (markdown, eid) => {
    expect(eids(markdown)[0]).toBe(eid);
  });

  it('in a paragraph is only ข้อ, and only at the top level of the text', () => {
    expect(eids('หมวด 1 เป็นเรื่องทั่วไป')).toEqual([]);
    expect(eids('> ข้อ 5 ของกฎหมาย\n\n- ข้อ 6 ในรายการ')).toEqual([]);
  });

  it('that is a line of its own leaves the first paragraph to the text after it', () => {
    const markdown = '**ข้อ ๕**\n\nให้มีคณะกรรมการ';
    expect(eids(markdown)).toEqual(['cl-5', 'cl-5-p-1']);
    expect(provision(markdown, 'cl-5-p-1')?.text).toBe('ให้มีคณะกรรมการ');
  });
});

describe('a number that occurs again', () => {
  it('takes the eid of its parent before it, then a suffix', () => {
    expect(eids('## หมวด 1\n\n### ข้อ 1\n\n## หมวด 2\n\n### ข้อ 1\n\n### ข้อ 1\n\n### ข้อ 1')).toEqual([
      ...['ch-1', 'cl-1', 'ch-2', 'ch-2-cl-1', 'ch-2-cl-1-2', 'ch-2-cl-1-3'],
    ]);
    expect(eids('### ข้อ 1\n\n### ข้อ 1\n\n### ข้อ 1/2')).toEqual(['cl-1', 'cl-1-2', 'cl-1-2-2']);
  });
});

describe('the eids of any text', () => {
  it('are unique, in lower-case ASCII, and stand after the part around them', () => {
    const line = fc
      .tuple(
        fc.constantFrom('# ', '## ', '### ', '#### ', '', '- ', '> '),
        fc.constantFrom('หมวด', 'ส่วนที่', 'ข้อ', 'อื่น'),
        fc.constantFrom(' 1', ' ๒', ' 1/1', ' 1.1', ' 01', ' 1-2', '', ' ก'),
        fc.constantFrom('', ' ทดสอบ'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { html, provisions } = renderBody(lines.join('\n\n'));
        const seen = new Set<string | null>([null]);
        for (const { eid, parent } of provisions) {
          expect(eid).toMatch(/^[a-z0-9-]+$/);
          expect(seen.has(eid)).toBe(false);
          expect(seen.has(parent)).toBe(true);
          seen.add(eid);
        }
        readStrictHtml(html);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the nesting of parts', () => {
  it.each([
    [
      'a ส่วน of the same level stands in its หมวด',
      '## หมวด 1\n\n## ส่วนที่ 1\n\n## ข้อ 1\n\n## หมวด 2',
      { 'pt-1': 'ch-1', 'cl-1': 'pt-1', 'ch-2': null },
    ],
    [
      'a หมวด of a lower level stands in its ส่วน',
      '# ส่วนที่ 1\n\n## หมวด 1\n\n# ส่วนที่ 2',
      { 'ch-1': 'pt-1', 'pt-2': null },
    ],
    ['a ข้อ never ends its หมวด', '### หมวด 1\n\n# ข้อ 1', { 'cl-1': 'ch-1' }],
    [
      'a heading below a ข้อ belongs to it, and so do its paragraphs',
      '### ข้อ 1\n\nก\n\n#### ย่อย\n\nข',
      { 's-1': 'cl-1', 'cl-1-p-2': 'cl-1' },
    ],
    [
      'any heading ends a ข้อ that a paragraph opened',
      'ข้อ 1 ก\n\n###### ย่อย\n\nข',
      { 'cl-1': null, 's-1': null },
    ],
    ['a หมวด under a title stands in it', '# ธรรมนูญ\n\n## หมวด 1', { 'ch-1': 's-1' }],
  ])('%s', (_rule, markdown, expected) => {
    expect(parents(markdown)).toMatchObject(expected);
    readStrictHtml(renderBody(markdown).html);
  });
});

describe('the HTML of an edition', () => {
  it('wraps a clause in a section with its heading and a named link to it', () => {
    expect(renderBody('### ข้อ 5 ชื่อ\n\nความ').html).toBe(
      '<section class="clause" id="cl-5">\n' +
        '<div class="provision-head"><h3>ข้อ\u00a05 ชื่อ</h3>' +
        '<a class="anchor" href="#cl-5" aria-label="ลิงก์ถึงข้อ 5"><span aria-hidden="true">#</span></a></div>\n' +
        '<p id="cl-5-p-1">ความ</p>\n</section>\n',
    );
  });

  it('leaves the h1 to the page', () => {
    expect(renderBody('# หนึ่ง\n\n## สอง\n\n### สาม').html.match(/<h\d/g)).toEqual(['<h2', '<h2', '<h3']);
  });

  it('shows a line end between Thai letters as nothing, in quotes and emphasis too', () => {
    expect(renderBody('> ชุมชน\n> **ร่วม**\n> กัน').html).toContain('ชุมชน<strong>ร่วม</strong>กัน');
    expect(renderBody('ปี\n2560').html).toContain('ปี\n2560');
    expect(renderBody('ชุมชน  \nร่วม').html).toContain('ชุมชน<br>');
  });

  it('keeps names and numbers together, but not in code or addresses', () => {
    expect(renderBody('ต. ทดสอบ').html).toContain('ต.\u00a0ทดสอบ');
    expect(renderBody('`ต. ทดสอบ`').html).toContain('ต. ทดสอบ');
    expect(renderBody('ต. ทดสอบ').text).toBe('ต. ทดสอบ');
  });

  it('has no inline style: columns are aligned by class, in a table that can be scrolled by keyboard', () => {
    const { html } = renderBody('| ก | ข |\n|--:|---|\n| 1 | 2 |');
    expect(html).not.toContain('style');
    expect(html).toContain('<th class="align-right">ก</th>');
    expect(html).toContain('<div class="table-scroll" role="group" tabindex="0" aria-label="ตาราง">');
  });

  it('has no empty heading', () => {
    expect(renderBody('##\n\nก')).toMatchObject({ html: '<p>ก</p>\n', provisions: [] });
  });

  it('has its words as plain text, a line for each block', () => {
    expect(renderBody('## หมวด ๑ ทั่วไป\n\n**ข้อ ๑** ให้ *มี*\n\n- ก\n- ข').text).toBe(
      'หมวด ๑ ทั่วไป\nข้อ ๑ ให้ มี\nก\nข',
    );
  });
});

describe('a page', () => {
  it('has ids of its words, with Thai vowels and tone marks, each once', () => {
    const { html, headings } = renderPage('# ที่มา และ น้ำ!\n\n## ที่มา และ น้ำ\n\n## ???\n\nก');
    expect(headings.map(({ id }) => id)).toEqual(['h-ที่มา-และ-น้ำ', 'h-ที่มา-และ-น้ำ-2', 'h-section']);
    expect(headings.map(({ level }) => level)).toEqual([2, 2, 2]);
    expect(html).toContain('<h2 id="h-section">');
  });
});

const repeat = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('hostile Markdown of 100,000 characters', () => {
  it.each([
    ...[
      '[',
      '![',
      '[[a]',
      '[a](',
      '![a](b ',
      '[a][b',
      '*a_',
      '*ก_',
      '**',
      'a**b',
      '`',
      'a``b',
      '> ',
      '>- ',
      '- ',
      '1. ',
    ],
    ...[
      '<a',
      '<http:',
      '&',
      '\\',
      '"',
      '|a',
      'a\n',
      'ก\n',
      'ก\n\n',
      '| a | b |\n|---|---|\n',
      '[a]: b\n',
      '[a]: b "x\n',
    ],
    ...['ข้อ 1\n\n', '### ข้อ 1\n\n', '## ก\n\n', '# หมวด 1\n\n', '![](/a)', '[a](/b)\n', 'ต. ', '(', '~~'],
  ])('made of %j renders in bounded time', async (piece) => {
    const markdown = repeat(piece, 100_000);
    const { cpu } = await cpuOf(() => [renderBody(markdown), renderPage(markdown)]);
    expect(cpu).toBeLessThan(5000);
  });

  it('takes at most twelve times as long when four times as long', async () => {
    const timeOf = async (length: number) => {
      const markdown = repeat('ข้อ 1\n\n[![a](', length);
      return (await cpuOf(() => renderBody(markdown))).cpu;
    };
    await timeOf(50_000);
    expect(await timeOf(200_000)).toBeLessThan(Math.max(200, (await timeOf(50_000)) * 12));
  });
});

it('the preface is what stands before the first heading or clause', () => {
  expect(renderBody('คำนำ\n\nอีกย่อหน้า\n\n## หมวด 1 ทั่วไป\n\nในหมวด').preface).toBe('คำนำ\nอีกย่อหน้า');
  expect(renderBody('## หมวด 1 ทั่วไป\n\nในหมวด').preface).toBe('');
  expect(renderBody('ไม่มีหัวข้อเลย').preface).toBe('ไม่มีหัวข้อเลย');
});
