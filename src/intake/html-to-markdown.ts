import TurndownService from 'turndown';
import { tidyBody } from '../domain/draft.ts';
import { toDisplayForm } from '../thai/normal-form.ts';
import { blockRules } from './block-rules.ts';
import { inlineRules } from './inline-rules.ts';
import { listRules } from './list-rules.ts';
import type { NoteKeeper } from './note-keeper.ts';
import { tableRules } from './table-rules.ts';

/** Clean HTML as a body in the Markdown of the register; what cannot be kept is told to the keeper. */
export function htmlToMarkdown(html: string, keeper: NoteKeeper): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    hr: '---',
    emDelimiter: '*',
  });
  const usualEscape = service.escape.bind(service);
  service.escape = (text) => escapeMore(usualEscape(text.replaceAll('\u00a0', ' ')));
  const rules = { ...blockRules(), ...inlineRules(keeper), ...listRules(keeper), ...tableRules(keeper) };
  for (const [name, rule] of Object.entries(rules)) service.addRule(name, rule);
  const markdown = service.turndown(html).replace(/[\uE000-\uF8FF]/g, '');
  return tidyBody(toDisplayForm(markdown).replace(/\n{3,}/g, '\n\n'));
}

/** What CommonMark with strikethrough would read as markup and turndown leaves alone. */
const escapeMore = (text: string): string =>
  text
    .replace(/^(\d{1,9})\) /, '$1\\) ')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replaceAll('~~', '\\~~');
