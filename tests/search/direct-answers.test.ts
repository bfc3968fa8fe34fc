import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import glossary from '../../content/glossary.json' with { type: 'json' };
import help from '../../content/help-answers.json' with { type: 'json' };
import { renderPage } from '../../src/render/render-page.ts';
import { findDirectAnswers } from '../../src/search/direct-answers.ts';
import { cpuOf } from '../support/cpu-of.ts';

const hrefs = (typed: string) => findDirectAnswers(typed).map(({ href }) => href);

describe('a question of meaning', () => {
  test.each([
    ['ธรรมนูญตำบลคืออะไร', 'tambon-charter'],
    ['ธรรมนูญตําบล คือ อะไร?', 'tambon-charter'],
    ['MOU คือ', 'mou'],
    ['what is mou', 'mou'],
    ['ภาคี', 'party'],
    ['ศจค ย่อมาจาก', 'hub'],
    ['ความหมายของ อ.บ.ต.', 'sao'],
    ['๗+๑ นโยบายสาธารณะ', 'seven-plus-one'],
    ['ธรรมนูญตำบลของเราคืออะไร', 'tambon-charter'],
  ])('%s is answered by the glossary', (typed, slug) => {
    expect(hrefs(typed)).toContain(`/about/glossary#${slug}`);
  });

  test('a name of the glossary is found under every way it is written', () => {
    for (const { slug, term, abbreviations = [] } of glossary) {
      for (const name of [term.replace(/\s*\(.*| หรือ.*/u, ''), ...abbreviations]) {
        expect(hrefs(name)).toContain(`/about/glossary#${slug}`);
      }
    }
  });

  test.each(['ธรรมนูญตำบลสันป่าม่วง', 'ค่าปรับ 300 บาท', 'มะรือโบตก', 'ภาค', '', '"', 'คืออะไร', 'คือ'])(
    '“%s” asks for no meaning',
    (typed) => {
      expect(hrefs(typed)).toEqual([]);
    },
  );
});

test('a question that the help answers leads to its heading', () => {
  const [answer] = findDirectAnswers('ธรรมนูญ มีโทษปรับไหม');
  expect(decodeURIComponent(answer?.href ?? '')).toBe('/about/reading#h-ธรรมนูญ-มีโทษปรับไหม');
});

test('each help answer names a page and a heading that are there, and is found by its own words', () => {
  for (const { page, fragment, title, asked } of help) {
    const text = readFileSync(`content/pages/${page}.md`, 'utf8');
    const { headings } = renderPage(text.replace(/^---[\s\S]*?---/, ''));
    if (fragment === null) expect(text).toContain(`title: ${title}\n`);
    else expect(headings).toContainEqual(expect.objectContaining({ id: fragment, text: title }));
    for (const words of asked) {
      expect(findDirectAnswers(words.join(' ')).map((answer) => answer.title)).toContain(title);
    }
  }
});

test('hostile questions are answered with nothing, soon', async () => {
  for (const typed of ['คือ'.repeat(60), '('.repeat(200), '\u0e48'.repeat(200), 'ความหมายของ'.repeat(15)]) {
    const { value, cpu } = await cpuOf(() => findDirectAnswers(typed));
    expect(value).toEqual([]);
    expect(cpu).toBeLessThan(100);
  }
});
