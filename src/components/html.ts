import { escapeMarkup } from '../domain/escape-markup.ts';

/** Markup that may stand in a page as it is. Only `html` and `joined` make any. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A piece of a page as text, for what stands in a table hundreds of times: a component for each costs the most of a
 * large page. What is put in is escaped, also inside quoted attributes, unless it is such a piece itself.
 */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    text += (value instanceof Markup ? value.text : escapeMarkup(String(value))) + (parts[index + 1] ?? '');
  }
  return new Markup(text);
}

/** Pieces behind each other. */
export const joined = (pieces: readonly Markup[], between = ''): Markup =>
  new Markup(pieces.map(({ text }) => text).join(escapeMarkup(between)));

export const nothing = new Markup('');
