import type TurndownService from 'turndown';
import { urlKindOf } from '../render/safe-url.ts';
import type { NoteKeeper } from './note-keeper.ts';

type Rule = TurndownService.Rule;
type Rules = Readonly<Record<string, Rule>>;

/** Own addresses a text may lead to; any other path belonged to the site the text was copied from. */
const OWN_ADDRESS =
  /^\/(?:charters|agreements|plans|projects|cases|places|organisations|topics|about)(?:[/?#]|$)/;
/** The ids of our provisions; other fragments led into the file. */
const EID = /^#(?:ch|pt|cl|s)-[a-z0-9-]+$/;
const NOTE_TARGET = /^#word-(?:foot|end)note-(ref-)?/;

/** How the tags of running text are written. */
export function inlineRules(keeper: NoteKeeper): Rules {
  const emphasis = (filter: TurndownService.TagName, sign: string): Rule => ({
    filter,
    replacement: (content, node) => {
      if (content.trim() === '') return content;
      if (mayEmphasise(content, node)) return `${sign}${content}${sign}`;
      keeper.note('emphasis', content);
      return content;
    },
  });
  return {
    strong: emphasis('strong', '**'),
    em: emphasis('em', '*'),
    struck: emphasis('s', '~~'),
    link: {
      filter: 'a',
      replacement: (content, node) => {
        const words = content.replace(/\s*\n\s*/g, ' ');
        const href = (attribute(node, 'href') ?? '').trim().replace(/\s/g, '%20');
        const note = NOTE_TARGET.exec(href);
        if (note) return note[1] === undefined ? words : '';
        if (href === '' || words.trim() === '') return words;
        if (isKept(href)) return `[${words}](${href.replace(/[()]/g, encodeBracket)})`;
        keeper.note('link', words);
        return words;
      },
    },
  };
}

const encodeBracket = (bracket: string): string => (bracket === '(' ? '%28' : '%29');

function isKept(href: string): boolean {
  switch (urlKindOf(href)) {
    case 'external':
    case 'contact':
      return true;
    case 'own':
      return OWN_ADDRESS.test(href);
    case 'fragment':
      return EID.test(href);
    default:
      return false;
  }
}

/**
 * Stars touch words on both sides only where CommonMark sees a beginning and an end: not between a letter and a sign,
 * as in `**(๑)**ให้`.
 */
function mayEmphasise(content: string, node: TurndownService.Node): boolean {
  const isSign = (text: string): boolean => /^[\p{P}\p{S}]$/u.test(text);
  const isWord = (text: string): boolean => text !== '' && !/^[\s\p{P}\p{S}]$/u.test(text);
  const [first = '', last = ''] = [content.trim().charAt(0), content.trim().at(-1)];
  return !(
    (isSign(first) && isWord(neighbour(node, 'previousSibling').at(-1) ?? '')) ||
    (isSign(last) && isWord(neighbour(node, 'nextSibling').charAt(0)))
  );
}

function neighbour(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  for (let at: Node | null = node; at !== null && !isBlock(at); at = at.parentNode) {
    const beside = at[side];
    if (beside) return beside.nodeName === 'BR' ? ' ' : (beside.textContent ?? '');
  }
  return '';
}

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'TD',
  'TH',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BLOCKQUOTE',
  'X-TURNDOWN',
]);
const isBlock = (node: Node): boolean => BLOCKS.has(node.nodeName);

const attribute = (node: TurndownService.Node, name: string): string | null =>
  'getAttribute' in node ? node.getAttribute(name) : null;
