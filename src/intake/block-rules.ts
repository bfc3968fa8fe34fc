import type TurndownService from 'turndown';
import { type ProvisionOpening, readProvisionOpening } from '../domain/provision.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;

const CHAPTER_LINE = 60;
const CHAPTER_TITLE = 120;

/**
 * How headings and paragraphs are written: หมวด and ส่วน as `##` with the title that stands on a line of its own below
 * them, ข้อ headings as `###`, and a ข้อ after a line break as a paragraph, so that each opens its provision.
 */
export function blockRules(): Rules {
  const taken = new WeakSet<Node>();
  /** A chapter's title in the next block, when the chapter's own line has none. */
  const titleAfter = (node: TurndownService.Node, opening: ProvisionOpening): string => {
    if (opening.kind === 'clause' || opening.rest !== '') return '';
    const next = 'nextElementSibling' in node ? node.nextElementSibling : null;
    const words = (next?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (!next || words === '' || words.length > CHAPTER_TITLE || readProvisionOpening(words)) return '';
    const isTitle = next.nodeName === node.nodeName && /^H[1-6]$/.test(next.nodeName);
    if (!isTitle && !(isParagraph(next) && isTitleLine(next))) return '';
    taken.add(next);
    return ` ${escaped(words)}`;
  };
  return {
    heading: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      replacement: (content, node) => {
        const words = plainLine(content);
        if (taken.has(node) || words === '') return '';
        const opening = readProvisionOpening(unescaped(words));
        if (opening) return headingLine(opening.kind === 'clause' ? 3 : 2, words + titleAfter(node, opening));
        return headingLine(Math.max(2, Number(node.nodeName.charAt(1))), words);
      },
    },
    paragraph: {
      filter: (node) => isParagraph(node),
      replacement: (content, node) => {
        if (taken.has(node)) return '';
        const words = content.trim();
        const line = plainLine(words);
        const opening = readProvisionOpening(unescaped(line));
        const isTop = !isInside(node, /^(?:LI|TD|TH|BLOCKQUOTE)$/);
        if (
          opening &&
          opening.kind !== 'clause' &&
          isTop &&
          (isTitleLine(node) || line.length <= CHAPTER_LINE)
        ) {
          return headingLine(2, line + titleAfter(node, opening));
        }
        return `\n\n${isTop ? words.split(/ *\n *(?=\S)/).reduce(withOpening) : words}\n\n`;
      },
    },
  };
}

const headingLine = (level: number, words: string): string => `\n\n${'#'.repeat(level)} ${words}\n\n`;

/** Lines of one paragraph, put together again: a provision begins a paragraph of its own. */
function withOpening(before: string, line: string): string {
  const divider = readProvisionOpening(unescaped(plainLine(line))) ? '\n\n' : '  \n';
  return `${before.trimEnd()}${divider}${line}`;
}

const plainLine = (content: string): string =>
  content
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)(?:\*{1,3}|~~)/g, '')
    .trim();

const unescaped = (text: string): string => text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
const escaped = (text: string): string => text.replace(/[\\*_`[\]<]/g, '\\$&');

/** Centred, or bold from end to end: how Word texts write titles without a style for them. */
function isTitleLine(node: Node): boolean {
  if ('className' in node && String(node.className).includes('centred')) return true;
  return [...node.childNodes].every(
    (child) => child.nodeName === 'STRONG' || (child.textContent ?? '').trim() === '',
  );
}

function isParagraph(node: Element): boolean {
  if (node.nodeName === 'P') return true;
  return (
    node.nodeName === 'DIV' && !node.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,blockquote,pre,hr')
  );
}

function isInside(node: Node, names: RegExp): boolean {
  for (let at = node.parentNode; at !== null; at = at.parentNode) if (names.test(at.nodeName)) return true;
  return false;
}
