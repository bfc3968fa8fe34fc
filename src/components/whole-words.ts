import { withNoBreaks } from '../thai/no-break.ts';
import { wholePieces } from '../thai/whole-words.ts';
import { html, joined, type Markup } from './html.ts';

/** A name, a title or another text that wraps between its words and not inside them. Copied, it is the text itself. */
export const wholeWords = (text: string): Markup =>
  joined(
    wholePieces(withNoBreaks(text)).map(({ text: piece, isWhole }) =>
      isWhole ? html`<span class="whole">${piece}</span>` : html`${piece}`,
    ),
  );
