import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportKind } from '../../src/domain/imported-text.ts';
import { convert } from '../../src/intake/convert.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { readStrictHtml } from '../render/strict-html.ts';
import { unsafeMarkdown } from '../render/unsafe-markdown.ts';
import { aWordFile } from './word-files.ts';

const mayStand = new Set(
  'section div h2 h3 h4 h5 h6 p a ul ol li table thead tbody tr th td strong em s code pre blockquote hr br span'.split(
    ' ',
  ),
);

/** What an import would put on a page, element by element; every link must be of the kinds that may be. */
async function elementsOf(kind: ImportKind, bytes: Buffer): Promise<readonly string[]> {
  const imported = await convert(kind, bytes);
  if (!imported.ok) return [];
  const elements = readStrictHtml(renderBody(imported.value.markdown).html);
  for (const { attributes } of elements) {
    const href = attributes.get('href');
    if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|\/(?!\/))/i);
    expect([...attributes.keys()].filter((name) => /^on|^style$|^src/.test(name))).toEqual([]);
  }
  return elements.map(({ tag }) => tag);
}

const hostileHtml: readonly string[] = [
  ...unsafeMarkdown,
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<p style="text-align:center;background:url(javascript:alert(1))">หมวด ๑</p>',
  '<table><tr><td><script>alert(1)</script>ก|<img src=x onerror=alert(1)></td></tr></table>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<textarea></textarea><script>alert(1)</script>',
  '<li value="1&quot;onclick=alert(1)">x</li>',
  '<ol start="1) <script>"><li>x</li></ol>',
  '<td colspan=99999999 rowspan=99999999>x</td>',
  '<p class="listed-9 centred" onclick=alert(1)>x</p>',
  '<a href="/login">x</a><a href="#word-footnote-1">y</a><a href="//example.test">z</a>',
  '<h2>หมวด ๑</h2><h2>[x](javascript:alert(1))</h2>',
];

describe('HTML that was pasted', () => {
  test.each(hostileHtml)('puts nothing on a page that can run: %j', async (html) => {
    for (const tag of await elementsOf('html', Buffer.from(html))) expect(mayStand).toContain(tag);
  });

  test('keeps its words as words when they look like Markdown', async () => {
    const words = '# ๑ *ก* _ข_ [ค](https://example.test) `ง` ~~จ~~ <b> &amp;lt; 1. 1) - + > | a | b |';
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const imported = await convert('html', Buffer.from(`<p>${escaped}</p>`));
    const { text, html } = renderBody(imported.ok ? imported.value.markdown : '');
    expect(text).toBe(words);
    expect(readStrictHtml(html).map(({ tag }) => tag)).toEqual(['p']);
  });

  test('keeps any line of words as it is', async () => {
    const signs = fc.constantFrom(...'*_`~[]()<>#+-=|!&;:.๑1ก ข\\"\'{}'.split(''));
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { minLength: 1, maxLength: 30 }), async (letters) => {
        const words = `ก${letters.join('')}ข`.replace(/\s+/g, ' ');
        const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const imported = await convert('html', Buffer.from(`<p>${escaped}</p>`));
        expect(imported.ok && renderBody(imported.value.markdown).text).toBe(words);
      }),
      { numRuns: 300 },
    );
  });
});

const tags = [
  ...[
    'p',
    'div',
    'b',
    'ul',
    'ol start=5',
    'li',
    'table',
    'tr',
    'td colspan=3 rowspan=2',
    'th',
    'h1',
    'a href="x"',
    'br',
  ],
  ...['blockquote', 'pre', 'code', 'caption', 'thead', 's', 'center', 'noscript', 'template', 'svg', 'math'],
  'p class=MsoListParagraph style="mso-list:l0 level2 lfo1"',
];
const shards = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag.split(' ')[0]}>`),
  fc.constantFrom(
    'ข้อ ๑ ',
    'หมวด ๑',
    '|',
    '&nbsp;',
    '1. ',
    '(๑) ',
    '· ',
    '<!--',
    '-->',
    '\uE000',
    '\uE001',
    '\uE004',
    '\uE005',
  ),
);

test('HTML in shards gives a text or one refusal, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(shards, { maxLength: 40 }), async (parts) => {
      const imported = await convert('html', Buffer.from(parts.join('')));
      expect(imported.ok ? imported.value.markdown : '').not.toMatch(/[\uE000-\uF8FF]/);
    }),
    { numRuns: 500 },
  );
});

describe('a Word file', () => {
  test('with hostile words in every place puts nothing on a page that can run', async () => {
    for (let from = 0; from < unsafeMarkdown.length; from += 6) {
      const [one = '', two = '', three = '', four = '', five = '', six = ''] = unsafeMarkdown
        .slice(from, from + 6)
        .map((text) => text.replace(/(?!\s)\p{Cc}/gu, ''));
      const file = await aWordFile([
        { kind: 'chapter', shape: 'heading', number: 1, text: one },
        { kind: 'clause', shape: 'automatic', number: 1, text: two },
        { kind: 'list', shape: 'thai_letters', texts: [three, four] },
        { kind: 'table', rows: [[five, six]] },
        { kind: 'paragraph', text: one, hasNote: true },
      ]);
      for (const tag of await elementsOf('docx', file)) expect(mayStand).toContain(tag);
    }
  }, 60_000);
});
