import { insertProvision } from './numbering/insert-provision.ts';
import type { OutlinedPart } from './numbering/outlined-part.ts';
import { type Provision, readProvisionOpening } from './provision.ts';

/** The words of a provision without the label and number that they have in their own text, as Markdown. */
export type QuotedText = { readonly heading: string | null; readonly content: string };

/**
 * The words of a provision as its text has them; a paragraph as plain text.
 * @param parts the parts of the body with their lines
 */
export function quotedText(body: string, parts: readonly OutlinedPart[], provision: Provision): QuotedText {
  const part = parts.find(({ eid }) => eid === provision.eid);
  if (!part) return { heading: null, content: provision.text };
  const lines = body.split('\n').slice(part.line - 1, endOf(part, parts) ?? undefined);
  const [first = '', ...rest] = lines;
  if (/^ {0,3}#{1,6}[ \t]/.test(first)) return { heading: part.heading, content: tidy(rest) };
  const opening = readProvisionOpening(first.trim());
  return { heading: null, content: tidy([opening?.rest ?? first, ...rest]) };
}

/** The line, from 1, of the last line of a part with everything in it; null: the text ends with it. */
function endOf(part: OutlinedPart, parts: readonly OutlinedPart[]): number | null {
  const inside = new Set([part.eid]);
  for (const one of parts) {
    if (one.line <= part.line) continue;
    if (one.parent === null || !inside.has(one.parent)) return one.line - 1;
    inside.add(one.eid);
  }
  return null;
}

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\s+$/, '');

export type QuotedBody = { readonly body: string /** From 1. */; readonly line: number };

/** The text with a new ข้อ of the quoted words behind another one; null: behind everything. */
export function withQuotedProvision(
  body: string,
  parts: readonly OutlinedPart[],
  quoted: QuotedText,
  after: string | null,
): QuotedBody {
  const inserted = insertProvision(body, parts, { after, isRenumbering: false });
  const lines = inserted.body.split('\n');
  const opening = (lines[inserted.line - 1] ?? '').trimEnd();
  const isHeading = opening.startsWith('#');
  const written =
    quoted.heading === null && !isHeading
      ? [`${opening} ${quoted.content}`]
      : [
          `${opening} ${quoted.heading ?? ''}`.trimEnd(),
          ...(quoted.content === '' ? [] : ['', quoted.content]),
        ];
  lines.splice(inserted.line - 1, 1, ...written);
  return { body: lines.join('\n'), line: inserted.line };
}

/**
 * The text with the words set off as a quotation, and where they come from below them.
 * @param after eid of the part behind which it stands; null: behind everything
 */
export function withQuotation(
  body: string,
  parts: readonly OutlinedPart[],
  quoted: QuotedText,
  origin: { readonly name: string; readonly address: string },
  after: string | null,
): QuotedBody {
  const part = parts.find(({ eid }) => eid === after);
  const lines = body === '' ? [] : body.split('\n');
  const end = part ? (endOf(part, parts) ?? lines.length) : lines.length;
  const name = origin.name.replace(/[[\]\\<>*_`]/g, '\\$&');
  const words = [...(quoted.heading === null ? [] : [quoted.heading, '']), ...quoted.content.split('\n')];
  const quotation = [...words, '', `ที่มา: [${name}](${origin.address})`].map((line) => `> ${line}`.trimEnd());
  const head = tidyEnd(lines.slice(0, end));
  const tail = lines.slice(end);
  const gap = head.length === 0 ? [] : [''];
  const written = [...head, ...gap, ...quotation, ...(tail.length === 0 ? [] : ['', ...tail])];
  return { body: written.join('\n'), line: head.length + gap.length + 1 };
}

function tidyEnd(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
