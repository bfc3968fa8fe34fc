import type { ExcerptPart } from '../excerpt.ts';

/** Makes an element with a class and children. Text is always text: nothing is parsed as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** A link to an address of this site; anything else is left without an address. */
export function makeLink(
  className: string,
  href: string,
  ...children: readonly (Node | string)[]
): HTMLAnchorElement {
  const link = make('a', className, ...children);
  if (/^\/(?!\/)/.test(href)) link.href = href;
  return link;
}

/** Parts of a text, the marked ones in `<mark>`. */
export function markedNodes(parts: readonly ExcerptPart[]): readonly (Node | string)[] {
  return parts.map(({ text, isMarked }) => (isMarked ? make('mark', '', text) : text));
}
