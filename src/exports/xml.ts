import { escapeMarkup } from '../domain/escape-markup.ts';

/** Text as XML 1.0 content or attribute: markup escaped, and what XML cannot hold at all left out. */
export function xmlText(text: string): string {
  return escapeMarkup(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
