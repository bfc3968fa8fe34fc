import { addresses } from '../domain/addresses.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Acceptance } from '../domain/submission.ts';
import { formatAddressDate } from '../thai/format-date.ts';
import { html, type Markup } from './html.ts';
import { wholeWords } from './whole-words.ts';

/**
 * Who accepted what was handed in, and since when it counts.
 * @param verb what they did, such as รับรอง
 */
export function acceptedBy(
  { by, on }: Acceptance,
  organisations: ReadonlyMap<string, Organisation>,
  verb: string,
): Markup {
  const office =
    by === null
      ? 'นายทะเบียน'
      : html`<a href="${addresses.organisation(by)}">${wholeWords(organisations.get(by)?.name ?? by)}</a>`;
  return html`${verb}โดย${office} เมื่อ <time datetime="${on}">${formatAddressDate(on)}</time>`;
}
