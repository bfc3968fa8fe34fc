/*
 * The label that Word prints before a paragraph travels through HTML as text between two private characters, which no
 * text that is read can contain.
 */
const [BEGIN, END] = ['\uE000', '\uE001'];

/** A label as the first words of its paragraph. */
export const marked = (label: string): string => `${BEGIN}${label}${END}`;

/** Divides what begins with a marked label; null when it does not. */
export function labelOf(text: string): { readonly label: string; readonly rest: string } | null {
  const end = text.indexOf(END);
  if (!text.startsWith(BEGIN) || end < 0) return null;
  return { label: text.slice(1, end), rest: text.slice(end + 1).trimStart() };
}

/** A text that marks nothing. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000-\uF8FF\0]/g, '');
