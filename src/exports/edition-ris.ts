import { citationOf, type DateParts, registerName } from './citation.ts';
import type { EditionFormat } from './edition-export.ts';

/** One RIS record: two letters, two spaces, a hyphen and a space before each value, CRLF after it. */
export const editionRis: EditionFormat = {
  extension: 'ris',
  contentType: 'application/x-research-info-systems; charset=utf-8',
  write: (edition) => {
    const citation = citationOf(edition);
    const issued = citation.issued?.[0];
    const lines: readonly (readonly [string, string])[] = [
      ['TY', 'GEN'],
      ['ID', citation.id],
      ['TI', citation.title],
      ['ET', citation.edition],
      ...(issued === undefined ? [] : [['PY', String(issued[0])] as const, ['DA', risDate(issued)] as const]),
      ['PB', registerName],
      ['LA', 'th'],
      ['UR', citation.address],
      ['N1', `SHA-256 ${citation.sha256}`],
      ['ER', ''],
    ];
    return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
  },
};

/** `2017/05/15/`; parts that are not known stay empty. */
function risDate([year, month, day]: DateParts): string {
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${year}/${two(month)}/${two(day)}/`;
}
