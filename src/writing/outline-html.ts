import { escapeMarkup } from '../domain/escape-markup.ts';
import { numberingSentence } from '../i18n/numbering.ts';
import type { TextDescription } from './describe-text.ts';

/** Short forms that are listed; a text full of them is not made clearer by a longer list. */
const abbreviationsShown = 30;

/**
 * The outline of a text as HTML, the same from the server and in the browser: what may have been overlooked, the short
 * forms, and the parts, each with its line. Every word of the text is escaped.
 */
export function outlineHtml({ parts, problems, abbreviations }: Omit<TextDescription, 'html'>): string {
  return [
    problems.length === 0
      ? `<p class="soft">${parts.length === 0 ? 'ยังไม่มีหมวดหรือข้อ' : 'เลขหมวดและข้อเรียงครบ ไม่พบที่ต้องดู'}</p>`
      : `<ul class="outline-problems">${problems.map((one) => `<li>${lineLink(one.line, numberingSentence(one))}</li>`).join('')}</ul>`,
    abbreviationsHtml(abbreviations),
    parts.length === 0 ? '' : `<ol class="outline-parts plain">${parts.map(partHtml).join('')}</ol>`,
  ].join('');
}

const lineLink = (line: number, text: string): string =>
  `<a href="#field-body" data-line="${line}">${escapeMarkup(text)} <span class="soft">บรรทัด ${line}</span></a>`;

const partHtml = ({ kind, label, heading, line }: TextDescription['parts'][number]): string =>
  `<li class="outline-parts__${kind}">${lineLink(line, heading === null || heading === label ? label : `${label} ${heading}`)}</li>`;

function abbreviationsHtml(found: TextDescription['abbreviations']): string {
  if (found.length === 0) return '';
  const items = found.slice(0, abbreviationsShown).map(({ start, written, full, line }) => {
    if (full === null) {
      return `<li>${lineLink(line, written)} มีความหมายได้หลายอย่าง โปรดเขียนเต็มเอง</li>`;
    }
    return (
      `<li>${lineLink(line, written)} ` +
      `<button class="button--quiet" type="submit" name="action" value="expand:${start}" data-start="${start}" data-written="${escapeMarkup(written)}" data-full="${escapeMarkup(full)}">` +
      `เขียนเต็มเป็น ${escapeMarkup(full)}</button></li>`
    );
  });
  const more =
    found.length > items.length ? `<p class="soft">และอีก ${found.length - items.length} แห่ง</p>` : '';
  return `<details class="outline-short"><summary>คำย่อ ${found.length} แห่ง</summary><ul class="plain">${items.join('')}</ul>${more}</details>`;
}
