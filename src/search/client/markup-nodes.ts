import type { Markup } from '../markup.ts';

/** Makes the nodes of a piece of a page. Text becomes text: nothing is parsed. */
export function toNodes(markup: readonly Markup[]): readonly (Node | string)[] {
  return markup.map(toNode);
}

function toNode(markup: Markup): Node | string {
  if (typeof markup === 'string') return markup;
  const node = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) node.setAttribute(name, value);
  node.append(...toNodes(markup.children));
  return node;
}
