const OPENING = /<section class="[a-z]+" id="([a-z0-9-]+)">\n/g;
const CLOSING = '</section>\n';
const HEAD = /^(?:<div class="provision-head">.*?<\/div>\n|<a class="anchor"[^>]*>.*?<\/a>\n)/;
const ANCHOR = /<a class="anchor"[^>]*>.*?<\/a>/g;

/**
 * The HTML of one provision out of that of `renderBody`: all that stands in it, without its own heading and without
 * the links beside headings. Null when the edition has no such part.
 */
export function cutSection(html: string, eid: string): string | null {
  const start = [...html.matchAll(OPENING)].find((match) => match[1] === eid);
  if (start === undefined) return null;
  const begins = start.index + start[0].length;
  let depth = 1;
  let at = begins;
  while (depth > 0) {
    const closes = html.indexOf(CLOSING, at);
    if (closes < 0) return null;
    const opens = html.slice(at, closes).match(OPENING)?.length ?? 0;
    depth += opens - 1;
    at = closes + CLOSING.length;
  }
  return html
    .slice(begins, at - CLOSING.length)
    .replace(HEAD, '')
    .replace(ANCHOR, '');
}
