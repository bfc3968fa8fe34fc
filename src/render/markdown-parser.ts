import MarkdownIt, { type MarkdownIt as Parser, type RendererRule, type Token } from 'markdown-it';
import { withNoBreaks } from '../thai/no-break.ts';
import { joinsWithoutSpace } from '../thai/soft-breaks.ts';
import { wholePieces } from '../thai/whole-words.ts';
import { inlineText } from './plain-text.ts';
import { urlKindOf } from './safe-url.ts';

/**
 * The one Markdown dialect of the register: CommonMark with tables and strikethrough, without HTML.
 *
 * Its output has no attribute but `href`, `rel`, `title`, `src`, `alt`, `loading`, `start`, `class`, `id` and
 * those of the table's scroll region; only the classes written in this folder; no inline style. Links pass
 * `urlKindOf`, links to other sites carry `rel="noopener nofollow"`, and pictures of other sites become links.
 * A line end between Thai letters shows as nothing. To text outside code `withNoBreaks` is applied, and words that must
 * not be cut by a line end stand in `span.whole`: they change nothing in what is copied.
 */
export const markdownParser = createParser();

function createParser(): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false });
  parser.validateLink = (url) => urlKindOf(url) !== null;
  parser.core.ruler.push('join_and_mark', (state) => {
    markNumberedLists(state.tokens);
    for (const token of state.tokens) {
      if (token.type === 'heading_open' || token.type === 'heading_close') shiftHeading(token);
      if (token.type === 'inline') prepareInline(token.children ?? []);
    }
  });
  const { escapeHtml } = parser.utils;
  const code: RendererRule = (tokens, index) =>
    `<pre><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  const cell: RendererRule = (tokens, index, _options, _env, self) => {
    alignByClass(tokens[index]);
    return self.renderToken(tokens, index, parser.options);
  };
  Object.assign(parser.renderer.rules, {
    text: ((tokens, index) => flowing(tokens[index]?.content ?? '', escapeHtml)) satisfies RendererRule,
    link_open: ((tokens, index) => linkOpen(tokens[index], escapeHtml)) satisfies RendererRule,
    image: ((tokens, index) => picture(tokens[index], escapeHtml)) satisfies RendererRule,
    table_open: () => `<div class="table-scroll" role="group" tabindex="0" aria-label="ตาราง">\n<table>\n`,
    table_close: () => '</table>\n</div>\n',
    th_open: cell,
    td_open: cell,
    fence: code,
    code_block: code,
  });
  return parser;
}

type Escape = (text: string) => string;

const flowing = (text: string, escapeHtml: Escape): string =>
  wholePieces(withNoBreaks(text))
    .map(({ text: piece, isWhole }) =>
      isWhole ? `<span class="whole">${escapeHtml(piece)}</span>` : escapeHtml(piece),
    )
    .join('');

/** The page's own title is its only h1. */
function shiftHeading(token: Token): void {
  if (token.tag === 'h1') token.tag = 'h2';
}

/** "(๑) …", "(ก) …", "1) …", "๑. …": an item that brings its own number. */
const OWN_NUMBER = /^(?:\([๐-๙0-9ก-ฮ]{1,3}\)|[๐-๙0-9]{1,3}[.)])\s/;

/** A list whose every item begins with a number of its own gets the class `numbered`, so that no bullet stands before it. */
function markNumberedLists(tokens: readonly Token[]): void {
  const open: { readonly list: Token; isNumbered: boolean }[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'bullet_list_open') open.push({ list: token, isNumbered: true });
    const inner = open.at(-1);
    if (inner && token.type === 'list_item_open') {
      const first = tokens[index + 2];
      if (first?.type !== 'inline' || !OWN_NUMBER.test(first.content)) inner.isNumbered = false;
    }
    if (token.type === 'bullet_list_close' && open.pop()?.isNumbered)
      inner?.list.attrSet('class', 'numbered');
  });
}

/**
 * Makes a soft break between Thai letters nothing, marks pictures that already stand in a link, and hides the ends of a
 * link in a link, which an address between angle brackets in its words would be: the outer one leads.
 */
function prepareInline(children: readonly Token[]): void {
  let linkDepth = 0;
  let before = '';
  let softBreak: Token | null = null;
  for (const token of children) {
    if (token.type === 'link_close') linkDepth -= 1;
    if (token.type === 'link_open' || token.type === 'link_close') token.hidden = linkDepth > 0;
    if (token.type === 'link_open') linkDepth += 1;
    if (token.type === 'image') token.meta = { isInLink: linkDepth > 0 };
    if (token.type === 'softbreak') softBreak = token;
    else if (token.content !== '' || token.type === 'hardbreak') {
      if (softBreak && token.type === 'text' && joinsWithoutSpace(before, token.content))
        softBreak.type = 'text';
      softBreak = null;
      before = token.type === 'text' ? token.content : '';
    }
  }
}

function attributeOf(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '');
}

function alignByClass(token: Token | undefined): void {
  const align = /^text-align:(left|center|right)$/.exec(attributeOf(token, 'style'))?.[1];
  if (token) token.attrs = align === undefined ? null : [['class', `align-${align}`]];
}

function linkOpen(token: Token | undefined, escapeHtml: Escape): string {
  if (token?.hidden) return '';
  const href = attributeOf(token, 'href');
  const title = attributeOf(token, 'title');
  return `<a href="${escapeHtml(href)}"${title === '' ? '' : ` title="${escapeHtml(title)}"`}${relOf(href)}>`;
}

function relOf(href: string): string {
  return urlKindOf(href) === 'external' ? ' rel="noopener nofollow"' : '';
}

function picture(token: Token | undefined, escapeHtml: Escape): string {
  const source = attributeOf(token, 'src');
  const alt = escapeHtml(inlineText(token?.children ?? null));
  const kind = urlKindOf(source);
  if (kind === 'own') return `<img src="${escapeHtml(source)}" alt="${alt}" loading="lazy">`;
  const isInLink = (token?.meta as { isInLink?: boolean } | null)?.isInLink === true;
  if (kind !== 'external' || isInLink) return alt;
  return `<a href="${escapeHtml(source)}"${relOf(source)}>${alt === '' ? escapeHtml(source) : alt}</a>`;
}
