import type { Token } from 'markdown-it';
import { markdownParser } from './markdown-parser.ts';
import { inlineText } from './plain-text.ts';

/** A heading of a page, for its list of contents. `level` is the one shown, 2–6. */
export type PageHeading = { readonly id: string; readonly level: number; readonly text: string };

export type RenderedPage = { readonly html: string; readonly headings: readonly PageHeading[] };

/**
 * Renders a page that is not an edition: about pages, decisions. As safe as `renderBody`, without provisions.
 * Each heading has an id made of its words, `h-` before them so that it cannot shadow a name of the document;
 * Thai letters and marks stay ("h-ความเป็นมา"), a repeated one gets "-2".
 */
export function renderPage(markdown: string): RenderedPage {
  const env = {};
  const tokens = markdownParser.parse(markdown, env);
  const headings: PageHeading[] = [];
  const uses = new Map<string, number>();
  tokens.forEach((token: Token, index: number) => {
    if (token.type !== 'heading_open') return;
    const heading = toHeading(token, tokens[index + 1], uses);
    token.attrSet('id', heading.id);
    if (token.level === 0) headings.push(heading);
  });
  return { html: markdownParser.renderer.render(tokens, markdownParser.options, env), headings };
}

function toHeading(token: Token, content: Token | undefined, uses: Map<string, number>): PageHeading {
  const text = inlineText(content?.children ?? null).trim();
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const stem = `h-${words === '' ? 'section' : words}`;
  let id = stem;
  for (let count = uses.get(stem) ?? 1; uses.has(id); count += 1) {
    id = `${stem}-${count + 1}`;
    uses.set(stem, count + 1);
  }
  uses.set(id, 1);
  return { id, level: Number(token.tag.slice(1)), text };
}
