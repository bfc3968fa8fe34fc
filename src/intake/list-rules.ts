import type TurndownService from 'turndown';
import { readProvisionOpening } from '../domain/provision.ts';
import { labelOf } from './list-labels.ts';
import type { NoteKeeper } from './note-keeper.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;

/** How lists are written: Word's own labels where there are any, and its pasted paragraphs as items again. */
export function listRules(keeper: NoteKeeper): Rules {
  const depths = new WeakMap<Node, number>();
  return {
    noteList: {
      filter: (node) => node.nodeName === 'OL' && isNote(node.querySelector('li')),
      replacement: (content) => `\n\n## เชิงอรรถ\n\n${content.trim()}\n\n`,
    },
    item: {
      filter: 'li',
      replacement: (content, node) => {
        if (isNote(node)) {
          const number = content.match(/^\d+/)?.[0] ?? String(positionOf(node) + 1);
          keeper.note('footnote', content);
          return `\n\n\\[${number}\\] ${content.trim()}\n\n`;
        }
        if (isOnlyList(node)) return `${content.replace(/^\n+|\s+$/g, '')}\n`;
        return anItem(content.trim(), node);
      },
    },
    pastedItem: {
      filter: (node) => node.nodeName === 'P' && /^listed-\d$/.test(node.className),
      replacement: (content, node) => {
        const words = content.trim();
        if (readProvisionOpening(words)) return `\n\n${words}\n\n`;
        const level = Number(classOf(node).slice(-1)) || 1;
        const before = 'previousElementSibling' in node ? node.previousElementSibling : null;
        const depth = Math.min(level, before ? (depths.get(before) ?? 0) + 1 : 1);
        depths.set(node, depth);
        return `\n${'    '.repeat(depth - 1)}${pastedItem(words)}\n`;
      },
    },
  };
}

/** The parser answers undefined where a browser answers null. */
const isNote = (node: Node | null | undefined): boolean =>
  !!node && 'id' in node && /^word-(?:foot|end)note-\d/.test(String(node.id));

const positionOf = (node: Node): number =>
  [...(node.parentNode?.childNodes ?? [])]
    .filter(({ nodeName }) => nodeName === 'LI')
    .indexOf(node as ChildNode);

/** An outer item that is there only to hold a list one level deeper. */
function isOnlyList(node: Node): boolean {
  const children = [...node.childNodes].filter((child) => (child.textContent ?? '').trim() !== '');
  return children.length === 1 && /^[OU]L$/.test(children[0]?.nodeName ?? '');
}

function anItem(content: string, node: TurndownService.Node): string {
  const labelled = labelOf(content);
  const label = labelled?.label.replace(/\\(.)/g, '$1') ?? null;
  const isMarker = label !== null && /^\d{1,9}[.)]$/.test(label);
  const marker = isMarker ? label : label === null ? ownMarker(node) : '-';
  const words = labelled?.rest ?? content;
  const text = label === null || isMarker ? words : `${label} ${words}`;
  const indent = ' '.repeat(marker.length + 1);
  const lines = text.replace(/\n(?=[^\n])/g, `\n${indent}`);
  return `${marker} ${lines}\n`;
}

function ownMarker(node: TurndownService.Node): string {
  const list = node.parentNode;
  if (list?.nodeName !== 'OL') return '-';
  const start = Number((list as HTMLElement).getAttribute('start') ?? '1');
  const number =
    Number.isInteger(start) && start >= 0 && start < 1e8 ? start + positionOf(node) : positionOf(node) + 1;
  return `${number}.`;
}

const BULLET = /^(?:[·•▪◦●○■□§Øüvo]|\\?-|–|\\\*)\s+/;

function pastedItem(words: string): string {
  const number = /^(\d{1,9})\\?([.)])\s+/.exec(words);
  if (number) return `${number[1]}${number[2]} ${words.slice(number[0].length)}`;
  return `- ${words.replace(BULLET, '')}`;
}

const classOf = (node: TurndownService.Node): string =>
  'getAttribute' in node ? (node.getAttribute('class') ?? '') : '';
