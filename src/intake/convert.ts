import { bodyMaximumBytes } from '../domain/draft.ts';
import {
  type ImportedText,
  type ImportKind,
  type ImportProblem,
  importMaximumBytes,
} from '../domain/imported-text.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { cleanHtml } from './clean-html.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { withoutMarks } from './list-labels.ts';
import { createNoteKeeper } from './note-keeper.ts';
import { wordToHtml } from './word-to-html.ts';

/**
 * A Word file or HTML (UTF-8) as a body of ours, with a report of what was left out or changed. The same bytes give
 * the same text. What a hostile file may cost is bounded by the process this runs in, see `createConverter`.
 *
 * Refused: `empty` when no text is left, `text_too_long` when it is longer than a body may be, and what `wordToHtml` refuses.
 */
export async function convert(kind: ImportKind, bytes: Buffer): Promise<Result<ImportedText, ImportProblem>> {
  if (bytes.length > importMaximumBytes) return refused('too_large');
  const keeper = createNoteKeeper();
  const html = kind === 'docx' ? await wordToHtml(bytes, keeper) : accepted(withoutMarks(textOf(bytes)));
  if (!html.ok) return html;
  const markdown = htmlToMarkdown(cleanHtml(html.value, keeper), keeper);
  if (markdown === '') return refused('empty');
  if (Buffer.byteLength(markdown) > bodyMaximumBytes) return refused('text_too_long');
  return accepted({ markdown, notes: keeper.notes() });
}

/** UTF-8 with or without its mark; UTF-16 when the mark says so, as Word saves web pages. */
function textOf(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
