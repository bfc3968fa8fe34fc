import type { Token } from 'markdown-it';
import { type Provision, readProvisionOpening } from '../domain/provision.ts';
import { markdownParser } from './markdown-parser.ts';
import { createOutline, type OpenedPart, type Outline } from './outline.ts';
import { blockText, inlineText } from './plain-text.ts';

/** Raised whenever the same Markdown gives other HTML or other provisions: HTML is kept by hash and version. */
export const rendererVersion = 5;

/** `text` is the plain text of the whole body, one line per block; `preface` that before the first heading or clause. */
export type RenderedBody = {
  readonly html: string;
  readonly provisions: readonly Provision[];
  readonly text: string;
  readonly preface: string;
  /** The line of the Markdown, from 1, on which each part that is no paragraph begins; in the order of the text. */
  readonly starts: readonly { readonly eid: string; readonly line: number }[];
};

/**
 * Renders the body of an edition. Any Markdown renders; time grows in proportion to its length.
 *
 * Each chapter, part, clause and other heading is a `<section class="{kind}" id="{eid}">` around all that
 * belongs to it, nested as the outline is. It begins with
 * `<div class="provision-head"><h2>…</h2><a class="anchor" href="#{eid}" aria-label="ลิงก์ถึง…">…</a></div>`;
 * a clause that a paragraph opens has no heading and begins with the anchor alone. Paragraphs of a clause are
 * `<p id="{eid}">`. A title of level 1 becomes h2, because the page has an h1 of its own. Every id is an eid,
 * which always has a hyphen, so content cannot shadow a name of the document.
 */
export function renderBody(markdown: string): RenderedBody {
  const env = {};
  const outline = createOutline();
  const html: string[] = [];
  const text: string[] = [];
  const starts: { eid: string; line: number }[] = [];
  let preface: string | null = null;
  let depth = 0;
  for (const block of topBlocks(markdownParser.parse(markdown, env))) {
    const opened = openSection(block, outline);
    if (opened) {
      preface ??= text.join('\n');
      starts.push({ eid: opened.eid, line: (block[0]?.map?.[0] ?? 0) + 1 });
      html.push(
        '</section>\n'.repeat(opened.closes),
        `<section class="${opened.kind}" id="${opened.eid}">\n`,
      );
      depth += 1 - opened.closes;
    }
    if (isEmptyHeading(block)) continue;
    const words = readParagraphs(block, opened, outline);
    const content = markdownParser.renderer.render(block, markdownParser.options, env);
    html.push(opened ? withAnchor(content, opened, block[0]?.type === 'heading_open') : content);
    if (words !== '') text.push(words);
  }
  html.push('</section>\n'.repeat(depth));
  return {
    html: html.join(''),
    provisions: outline.provisions(),
    text: text.join('\n'),
    preface: preface ?? text.join('\n'),
    starts,
  };
}

/** The blocks at the top level, each with everything in it. */
function topBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}

function headTextOf(block: readonly Token[]): string {
  return inlineText(block[1]?.children ?? null).trim();
}

/** A heading without any content would be read aloud as nothing: it is left out. */
function isEmptyHeading(block: readonly Token[]): boolean {
  return block[0]?.type === 'heading_open' && block[1]?.content === '';
}

function openSection(block: readonly Token[], outline: Outline): OpenedPart | null {
  const type = block[0]?.type;
  const text = headTextOf(block);
  if (type === 'heading_open') return text === '' ? null : outline.openHeading(text, levelOf(block));
  if (type !== 'paragraph_open') return null;
  const opening = readProvisionOpening(text);
  return opening?.kind === 'clause' ? outline.openClause(opening) : null;
}

/** The level as written, before h1 is shown as h2; underlined headings are of level 1 or 2. */
function levelOf(block: readonly Token[]): number {
  const markup = block[0]?.markup ?? '';
  if (markup.startsWith('#')) return markup.length;
  return markup === '=' ? 1 : 2;
}

/** Tells the outline the text of the block, gives a clause's paragraph its id, and answers the whole text. */
function readParagraphs(block: readonly Token[], opened: OpenedPart | null, outline: Outline): string {
  const whole = blockText(block);
  const isHeading = block[0]?.type === 'heading_open';
  if (isHeading) return whole;
  const isParagraph = block[0]?.type === 'paragraph_open';
  const own = opened === null ? whole : (readProvisionOpening(whole.trim())?.rest ?? '');
  if (isParagraph && own !== '') {
    const eid = outline.openParagraph();
    if (eid !== null) block[0]?.attrSet('id', eid);
  }
  outline.addText(own);
  return whole;
}

function withAnchor(content: string, { eid, label }: OpenedPart, isHeading: boolean): string {
  const name = markdownParser.utils.escapeHtml(`ลิงก์ถึง${label}`);
  const anchor = `<a class="anchor" href="#${eid}" aria-label="${name}"><span aria-hidden="true">#</span></a>`;
  return isHeading
    ? `<div class="provision-head">${content.trimEnd()}${anchor}</div>\n`
    : `${anchor}\n${content}`;
}
