import { expect, test } from 'vitest';
import { html, joined } from '../../src/components/html.ts';
import { proofLinks } from '../../src/components/proof-links.ts';
import { sourceMarks } from '../../src/components/source-marks.ts';
import { wholeWords } from '../../src/components/whole-words.ts';
import { writtenDate } from '../../src/components/written-date.ts';

const hostile = `"><script>alert('1')</script>&`;
const harmless = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';

test('what is put into a piece of a page is escaped, in text and in attributes', () => {
  expect(html`<a href="${hostile}">${hostile}</a>`.text).toBe(`<a href="${harmless}">${harmless}</a>`);
});

test('a piece in a piece is escaped once', () => {
  const pieces = joined([html`<b>${'ก & ข'}</b>`, html`${3}`], ' < ');
  expect(html`<p>${pieces}</p>`.text).toBe('<p><b>ก &amp; ข</b> &lt; 3</p>');
});

test('names, dates, sources and proofs that somebody typed cannot become markup', () => {
  const date = {
    start: '2017-05-15',
    end: null,
    precision: 'day',
    textAsWritten: hostile,
    isInferred: true,
  } as const;
  const source = { title: hostile, url: `https://example.org/${hostile}` };
  const pieces = [
    wholeWords(`องค์การบริหารส่วนตำบล${hostile}`),
    writtenDate(date, true),
    sourceMarks([hostile], [hostile]),
    proofLinks({ source, file: null, work: { type: 'charters', slug: 'a', title: hostile } }),
  ];
  for (const { text } of pieces) {
    expect(text).toContain(harmless);
    expect(text).not.toContain('<script');
  }
});
