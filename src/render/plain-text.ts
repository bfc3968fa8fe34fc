import type { Token } from 'markdown-it';

/** The words of inline tokens without their markup; a line end is a space. */
export function inlineText(children: readonly Token[] | null): string {
  return (children ?? []).map(wordsOf).join('');
}

/** The words of a block and all blocks in it, one line for each. */
export function blockText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.type === 'inline' ? inlineText(token.children) : codeOf(token)))
    .filter((line) => line !== '')
    .join('\n');
}

function wordsOf(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\n';
    case 'image':
      return inlineText(token.children);
    default:
      return '';
  }
}

function codeOf(token: Token): string {
  return token.type === 'fence' || token.type === 'code_block' ? token.content.trimEnd() : '';
}
