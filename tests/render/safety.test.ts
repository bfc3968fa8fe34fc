import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBody } from '../../src/render/render-markdown.ts';
import { renderPage } from '../../src/render/render-page.ts';
import { urlKindOf } from '../../src/render/safe-url.ts';
import { type HtmlElement, readStrictHtml } from './strict-html.ts';
import { unsafeMarkdown } from './unsafe-markdown.ts';

const SAFE_LINK = /^(https?:\/\/[^/?#\s"'<>\\`]|mailto:[^/]|tel:[^/]|#|\/(?![/\\]))/;
const SAFE_PICTURE = /^\/(?![/\\])/;

function assertSafe(elements: readonly HtmlElement[]): void {
  for (const { tag, attributes } of elements) {
    const href = attributes.get('href');
    if (href !== undefined) expect(href).toMatch(SAFE_LINK);
    if (href !== undefined)
      expect(URL.parse(href, 'https://register.test/a/')?.protocol).toMatch(/^(https?|mailto|tel):$/);
    if (href && /^https?:/i.test(href)) expect(attributes.get('rel')).toBe('noopener nofollow');
    if (tag === 'img') {
      expect(attributes.get('src')).toMatch(SAFE_PICTURE);
      expect(URL.parse(attributes.get('src') ?? '', 'https://register.test/a/')?.host).toBe('register.test');
    }
    const id = attributes.get('id');
    if (id !== undefined) expect(id).toContain('-');
  }
}

function bothRenderings(markdown: string): string[] {
  return [renderBody(markdown).html, renderPage(markdown).html];
}

describe('rendered Markdown', () => {
  it.each(unsafeMarkdown)('has nothing that can run for %j', (markdown) => {
    for (const html of bothRenderings(markdown)) assertSafe(readStrictHtml(html));
  });

  it('is checked against at least 60 attempts', () => {
    expect(new Set(unsafeMarkdown).size).toBeGreaterThan(60);
  });

  it('has nothing that can run for the attempts put together, in lists, quotes and tables', () => {
    const wrapped = fc.constantFrom('', '> ', '- ', '1. ', '## ', '| ', '[', '![', '*', '`', 'ข้อ 1 ');
    const piece = fc
      .tuple(wrapped, fc.constantFrom(...unsafeMarkdown))
      .map(([before, text]) => before + text);
    const joint = fc.constantFrom('\n', '\n\n', ' ', '](', '"');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, joint), { maxLength: 8 }), (pieces) => {
        for (const html of bothRenderings(pieces.flat().join(''))) assertSafe(readStrictHtml(html));
      }),
      { numRuns: 1500 },
    );
  });

  it('is well formed for any characters that Markdown gives a meaning', () => {
    const unit = fc.constantFrom(
      ...'#*_`[]()<>!|-:~>\\&;"\'=+.1 \n\tกข้อ๕',
      'ข้อ 1 ',
      '\n\n',
      '## หมวด 1\n',
      '/a',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        for (const html of bothRenderings(units.join(''))) assertSafe(readStrictHtml(html));
      }),
      { numRuns: 3000 },
    );
  });

  it('is not accepted by this test when the protection is missing', () => {
    for (const html of [
      '<a href="javascript:alert(1)">x</a>',
      '<img src="//example.org/x.png" alt="" loading="lazy">',
      '<a href="https://example.org">x</a>',
      '<p id="location">x</p>',
    ]) {
      expect(() => assertSafe(readStrictHtml(html))).toThrow();
    }
    for (const html of [
      '<script>',
      '<p onclick="x">',
      '<p><div></div></p>',
      '<td style="x">',
      'a > b',
      '<p>',
    ]) {
      expect(() => readStrictHtml(html)).toThrow();
    }
  });
});

describe('a link', () => {
  it.each([
    ['https://example.org/', 'external'],
    ['HTTP://example.org', 'external'],
    ['mailto:someone@example.org', 'contact'],
    ['tel:+6621234567', 'contact'],
    ['#cl-5', 'fragment'],
    ['/charters/test', 'own'],
    ['//example.org', null],
    ['javascript:alert(1)', null],
    ['charters/test', null],
    ['', null],
  ])('to %j is %s', (url, kind) => {
    expect(urlKindOf(url)).toBe(kind);
  });

  it('to this site has no rel, one to another site has, and a foreign picture becomes a link', () => {
    const { html } = renderBody(
      '[ก](/a) [ข](https://example.org/b) ![ค](https://example.org/c.png) ![ง](/d.png)',
    );
    expect(html).toBe(
      '<p><a href="/a">ก</a> <a href="https://example.org/b" rel="noopener nofollow">ข</a> ' +
        '<a href="https://example.org/c.png" rel="noopener nofollow">ค</a> ' +
        '<img src="/d.png" alt="ง" loading="lazy"></p>\n',
    );
  });

  it('in a link is its words alone, as HTML knows no link in a link', () => {
    const { html } = renderBody('[ก <https://example.org/b> ข](/a) ค');
    expect(html).toBe('<p><a href="/a">ก https://example.org/b ข</a> ค</p>\n');
  });

  it('stands in no other, however links, pictures and their definitions are put together', () => {
    const unit = fc.constantFrom(
      ...'[ ] ![ (/a) [y] [x](/b) ` * | ก <https://e.test> (https://e.test/x.png)'.split(' '),
      ...['![x](https://e.test/p.png)', '[y]: /u\n', '[y]: https://e.test/p.png\n\n', ' ', '\n', '\n\n'],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 24 }), (units) => {
        for (const html of bothRenderings(units.join(''))) assertSafe(readStrictHtml(html));
      }),
      { numRuns: 3000, examples: [[['[', '<https://e.test>', ']', '(/a)']]] },
    );
  });
});
