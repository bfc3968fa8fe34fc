import { withNoBreaks } from '../thai/no-break.ts';
import { officialNamePieces } from '../thai/official-name.ts';
import { html, joined, type Markup } from './html.ts';

/** A long official name that wraps between its words and not inside them. */
export const officialName = (name: string): Markup =>
  joined(
    officialNamePieces(withNoBreaks(name)).map(({ text, isWhole }) =>
      isWhole ? html`<span class="whole">${text}</span>` : html`${text}`,
    ),
  );
