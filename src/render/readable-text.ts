import type { Token } from 'markdown-it';
import { markdownParser } from './markdown-parser.ts';
import { inlineText } from './plain-text.ts';

/** A line of the result; `group` lines stand together, others are divided by a blank line. */
type Line = { readonly text: string; readonly group: string | null };

/** A list that is open; `next` is the number of its next item, null for a list without numbers. */
type OpenList = { next: number | null };

/**
 * Markdown as plain text for reading: headings and paragraphs divided by blank lines, list items with their
 * numbers or a hyphen, table rows as cells divided by `|`. Lines end with `\n`; no markup is left.
 */
export function readableText(markdown: string): string {
  const lines: Line[] = [];
  const lists: OpenList[] = [];
  let marker = '';
  let cells: string[] | null = null;
  const add = (text: string): void => {
    const indent = '  '.repeat(Math.max(0, lists.length - 1));
    const first = marker === '' && lists.length > 0 ? '  ' : marker;
    if (text.trim() !== '')
      lines.push({ text: `${indent}${first}${text}`, group: lists.length > 0 ? 'list' : null });
    marker = '';
  };
  for (const token of markdownParser.parse(markdown, {})) {
    if (/^(ordered|bullet)_list_open$/.test(token.type)) lists.push({ next: firstNumber(token) });
    else if (/^(ordered|bullet)_list_close$/.test(token.type)) lists.pop();
    else if (token.type === 'list_item_open') marker = takeMarker(lists.at(-1));
    else if (token.type === 'tr_open') cells = [];
    else if (token.type === 'tr_close') {
      lines.push({ text: (cells ?? []).join(' | '), group: 'table' });
      cells = null;
    } else if (token.type === 'inline') {
      const text = inlineText(token.children);
      if (cells) cells.push(text);
      else add(text);
    } else if (token.type === 'fence' || token.type === 'code_block') add(token.content.trimEnd());
  }
  return joined(lines);
}

const firstNumber = (token: Token): number | null =>
  token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;

function takeMarker(list: OpenList | undefined): string {
  if (list === undefined || list.next === null) return '- ';
  const number = list.next;
  list.next += 1;
  return `${number}. `;
}

function joined(lines: readonly Line[]): string {
  return lines
    .map(({ text, group }, index) => {
      const before = lines[index - 1];
      if (before === undefined) return text;
      return group !== null && before.group === group ? `\n${text}` : `\n\n${text}`;
    })
    .join('');
}
