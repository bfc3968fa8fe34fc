import type { MarkedPart } from '../thai/mark-text.ts';

const markupTags = [
  'a',
  'aside',
  'details',
  'div',
  'h2',
  'h3',
  'h4',
  'input',
  'li',
  'mark',
  'nav',
  'ol',
  'p',
  'section',
  'span',
  'strong',
  'summary',
  'ul',
] as const;
export type MarkupTag = (typeof markupTags)[number];

/**
 * A piece of a page as data: a text, or an element. The server prints it (`markup-tree.astro`), the browser makes nodes
 * of it (`client/markup-nodes.ts`), and a text is a text for both: nothing in it is ever read as markup.
 */
export type Markup = string | MarkupElement;
export type MarkupElement = {
  readonly tag: MarkupTag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
};

/** An element. `className` may be empty; neighbouring texts become one, so that both printers make the same nodes. */
export function element(
  tag: MarkupTag,
  className: string,
  children: readonly Markup[],
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  return {
    tag,
    attributes: className === '' ? attributes : { class: className, ...attributes },
    children: joinTexts(children),
  };
}

/** A link to an address of this site or page; anything else is left without an address. */
export function link(
  className: string,
  href: string,
  children: readonly Markup[],
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  const isOwn = /^(?:\/(?![/\\])|#)/.test(href);
  return element('a', className, children, isOwn ? { href, ...attributes } : attributes);
}

/** Parts of a text, the marked ones in `<mark>`. */
export function marked(parts: readonly MarkedPart[]): readonly Markup[] {
  return parts.map(({ text, isMarked }) => (isMarked ? element('mark', '', [text]) : text));
}

/** Its text, without elements. */
export function textOf(markup: Markup): string {
  return typeof markup === 'string' ? markup : markup.children.map(textOf).join('');
}

function joinTexts(children: readonly Markup[]): readonly Markup[] {
  const joined: Markup[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child === '') continue;
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  return joined;
}
