import { formatWrittenDate } from '../thai/format-date.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import { html, type Markup, nothing } from './html.ts';

/**
 * A date in the Buddhist era, with the wording of the source kept.
 * @param showsWording whether that wording is shown beside the date, where it differs
 */
export function writtenDate(date: WrittenDate, showsWording = false): Markup {
  const text = formatWrittenDate(date);
  // A source that writes the date as we do needs no quotation; our no-break spaces make no difference.
  const wording = date.textAsWritten === text.replaceAll('\u00a0', ' ') ? null : date.textAsWritten;
  const title = wording ? html` title="ต้นทางเขียนว่า ${wording}"` : nothing;
  const written =
    showsWording && wording ? html`<span class="as-written"> (ต้นทางเขียนว่า “${wording}”)</span>` : nothing;
  const inferred =
    showsWording && date.isInferred
      ? html`<span class="as-written"> (บางส่วนอนุมานจากข้อความอื่นในแหล่งเดียวกัน)</span>`
      : nothing;
  return html`<time datetime="${date.start}"${title}>${text}</time>${written}${inferred}`;
}
