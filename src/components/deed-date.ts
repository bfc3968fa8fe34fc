import type { Fact } from '../domain/fact.ts';
import { valueStateLabels } from '../i18n/labels.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import { html, joined, type Markup } from './html.ts';
import { writtenDate } from './written-date.ts';

/** When a party did something: the date, every date that sources disagree about, or how it is missing. */
export function deedDate(date: Fact<WrittenDate>): Markup {
  if (date.kind === 'given') return writtenDate(date.value);
  if (date.kind === 'disputed')
    return joined(
      date.values.map(({ value }) => writtenDate(value)),
      ' หรือ ',
    );
  return html`<span class="soft">วันที่: ${valueStateLabels[date.kind]}</span>`;
}
