import { citationOf, registerName } from './citation.ts';
import type { EditionFormat } from './edition-export.ts';

const texSpecials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Text that TeX prints as it is, also where it would join signs into one (`--`, ``, ''). Thai letters stay, as
 * BibLaTeX and every newer BibTeX read UTF-8.
 */
const texText = (text: string): string =>
  text
    .replace(/[\\{}$&#_%~^]/g, (sign) => texSpecials[sign] ?? '')
    .replace(/([-`'])(?=\1)|([?!])(?=`)/g, '$1$2{}');

/** One BibTeX entry `@misc`, without an author because none is stated. */
export const editionBib: EditionFormat = {
  extension: 'bib',
  contentType: 'application/x-bibtex; charset=utf-8',
  write: (edition) => {
    const citation = citationOf(edition);
    const [year, month] = citation.issued?.[0] ?? [];
    const fields: readonly (readonly [string, string])[] = [
      ['title', texText(citation.title)],
      ['edition', texText(citation.edition)],
      ...(year === undefined ? [] : [['year', String(year)] as const]),
      ...(month === undefined ? [] : [['month', String(month)] as const]),
      ['publisher', texText(registerName)],
      ['version', String(citation.number)],
      ['language', 'thai'],
      ['url', citation.address],
      ['note', `SHA-256 ${citation.sha256}`],
    ];
    const lines = fields.map(([name, value]) => `  ${name} = {${value}},`);
    return `@misc{${citation.id},\n${lines.join('\n')}\n}\n`;
  },
};
