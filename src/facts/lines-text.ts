/**
 * A list as the text of a text area: one entry to a line. The further lines of an entry that has several are indented
 * by two spaces, so that `toLines` reads back exactly what was there.
 */
export const fromLines = (lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll('\n', '\n  ')).join('\n');

/** Reads the lines of a text area; blank lines between entries are no entries. */
export function toLines(text: string): readonly string[] {
  return text
    .split(/\n(?! {2})/)
    .map((entry) => entry.replaceAll('\n  ', '\n').trim())
    .filter((entry) => entry !== '');
}
