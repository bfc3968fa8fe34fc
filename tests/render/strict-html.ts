/**
 * Reads rendered HTML by a grammar of its own, much smaller than a browser's: known tags, properly nested,
 * known attributes in double quotes, and no other `<`. Whatever it accepts, a browser reads the same way.
 */
export type HtmlElement = { readonly tag: string; readonly attributes: ReadonlyMap<string, string> };

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'title', 'class', 'aria-label'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  img: ['src', 'alt', 'loading'],
  ol: ['start'],
  p: ['id'],
  section: ['class', 'id'],
  span: ['aria-hidden', 'class'],
  td: ['class'],
  th: ['class'],
  ul: ['class'],
  ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, ['id']])),
  ...Object.fromEntries(
    ['blockquote', 'br', 'code', 'em', 'hr', 'li', 'pre', 's', 'strong', 'table', 'tbody', 'thead', 'tr'].map(
      (tag) => [tag, []],
    ),
  ),
};
const VOID = new Set(['br', 'hr', 'img']);
const PHRASING = new Set(['a', 'br', 'code', 'em', 'img', 's', 'span', 'strong']);
const CLASSES =
  /^(numbered|chapter|part|clause|heading|provision-head|anchor|whole|table-scroll|align-(left|center|right))$/;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/y;

/** The elements of the HTML in order; throws with the place when the HTML is not of the strict grammar. */
export function readStrictHtml(html: string): readonly HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: string[] = [];
  let at = html.indexOf('<');
  assertText(at < 0 ? html : html.slice(0, at));
  while (at >= 0) {
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    if (match === null) throw new Error(`not a tag we write: ${html.slice(at, at + 80)}`);
    const [whole, slash, tag = '', attributes = ''] = match;
    if (slash === '/') {
      if (open.pop() !== tag || attributes !== '')
        throw new Error(`wrong nesting at ${html.slice(at, at + 80)}`);
    } else {
      elements.push({ tag, attributes: readAttributes(tag, attributes) });
      assertNesting(tag, open);
      if (!VOID.has(tag)) open.push(tag);
    }
    const next = html.indexOf('<', at + whole.length);
    assertText(html.slice(at + whole.length, next < 0 ? html.length : next));
    at = next;
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  return elements;
}

function assertText(text: string): void {
  if (/[<>]/.test(text)) throw new Error(`unescaped in text: ${text.slice(0, 80)}`);
}

function assertNesting(tag: string, open: readonly string[]): void {
  const parent = open.at(-1) ?? '';
  if (tag === 'a' && open.includes('a')) throw new Error('a link in a link');
  if ((parent === 'p' || /^h\d$/.test(parent) || PHRASING.has(parent)) && !PHRASING.has(tag)) {
    throw new Error(`<${tag}> in <${parent}>`);
  }
}

function readAttributes(tag: string, written: string): ReadonlyMap<string, string> {
  const allowed = ALLOWED[tag];
  if (allowed === undefined) throw new Error(`not an element we write: <${tag}>`);
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (!allowed.includes(name) || attributes.has(name)) throw new Error(`attribute ${name} on <${tag}>`);
    attributes.set(name, unescapeHtml(value));
  }
  if (attributes.has('class') && !CLASSES.test(attributes.get('class') ?? '')) {
    throw new Error(`class ${attributes.get('class')} on <${tag}>`);
  }
  return attributes;
}

function unescapeHtml(value: string): string {
  return value.replace(/&(amp|lt|gt|quot);/g, (_whole, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
