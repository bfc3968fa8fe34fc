/**
 * Makes the children of an element those of `html`, and touches only what differs: what stands before and after a
 * change stays the same nodes, so that the place somebody is reading does not move.
 * @param html safe HTML
 */
export function patchHtml(target: Element, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  patch(target, template.content);
}

function patch(before: ParentNode & Node, after: ParentNode & Node): void {
  const [old, recent] = [[...before.childNodes], [...after.childNodes]];
  let head = 0;
  while (head < Math.min(old.length, recent.length) && same(old[head], recent[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, recent.length) - head;
  while (tail < most && same(old.at(-1 - tail), recent.at(-1 - tail))) tail += 1;
  const [leaving, coming] = [old.slice(head, old.length - tail), recent.slice(head, recent.length - tail)];
  const [only, next] = [leaving[0], coming[0]];
  const isOne = leaving.length === 1 && coming.length === 1;
  if (isOne && only instanceof Element && next instanceof Element && isSameShell(only, next)) {
    patch(only, next);
    return;
  }
  const anchor = old[old.length - tail] ?? null;
  for (const node of leaving) node.remove();
  for (const node of coming) before.insertBefore(node, anchor);
}

const same = (one: Node | undefined, other: Node | undefined): boolean =>
  one !== undefined && other !== undefined && one.isEqualNode(other);

const isSameShell = (one: Element, other: Element): boolean =>
  one.cloneNode(false).isEqualNode(other.cloneNode(false));
