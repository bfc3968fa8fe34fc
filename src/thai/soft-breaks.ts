import { isThaiLetter } from './character-class.ts';

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
const TABLE_RULE = /^[|:\s-]+$/;
const BLOCK_START = /^ {0,3}(?:[#>]|\[[^\]]*\]:)/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const NUMBERED_PART = /^(?:ข้อ|หมวด|ส่วน|ภาค|มาตรา|วรรค)(?:ที่)?[ \u00a0]*[0-9๐-๙]/;
const LETTERED_ITEM = /^[ก-ฮ][.)]/;

/**
 * Whether a line end between these two stretches of text shows as nothing rather than as a space: both sides
 * are Thai letters, and the second does not begin a numbered part ("ข้อ ๕") or a lettered item ("ก.").
 */
export function joinsWithoutSpace(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  if (!isThaiLetter(before.charCodeAt(before.length - 1)) || !isThaiLetter(after.charCodeAt(0))) return false;
  return !NUMBERED_PART.test(after) && !LETTERED_ITEM.test(after);
}

/**
 * Markdown with every single line end between two Thai letters of one paragraph removed, because a line end
 * in HTML shows as a space, which Thai does not want. Line ends of headings, quotes, tables, code, list items
 * that follow, link definitions and hard breaks stay. Idempotent; linear in the length of the text.
 */
export function joinSoftBreaks(markdown: string): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  let fence: string | null = null;
  let isTable = false;
  let canContinue = false;
  let last = '';
  for (const line of lines) {
    const wasFenced = fence !== null;
    fence = fenceAfter(fence, line);
    isTable =
      !isBlank(line) && (isTable || (line.includes('|') && line.includes('-') && TABLE_RULE.test(line)));
    const isPlain = !wasFenced && fence === null && !isTable && !line.includes('|');
    const body = line.trimStart();
    const isIndentedCode = INDENTED.test(line);
    if (canContinue && isPlain && !isIndentedCode && joinsWithoutSpace(last, body)) {
      out[out.length - 1] = (out.at(-1) ?? '').replace(/\r$/, '');
      out.push(body);
    } else {
      out.push(out.length === 0 ? '' : '\n', line);
      canContinue = isPlain && !isIndentedCode && !BLOCK_START.test(line);
    }
    last = line.replace(/\r$/, '');
  }
  return out.join('');
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** The fence that is open after this line, given the one open before it. */
function fenceAfter(open: string | null, line: string): string | null {
  const run = FENCE.exec(line)?.[1];
  if (run === undefined) return open;
  if (open === null) return run;
  const isClosing =
    run[0] === open[0] && run.length >= open.length && line.trim().replace(/^[>\s]+/, '') === run;
  return isClosing ? null : open;
}
