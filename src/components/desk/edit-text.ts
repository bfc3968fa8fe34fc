/** Puts a text in place of a stretch of a text area, as if it were typed: the browser can undo it. */
export function replaceText(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  area.focus();
  area.setSelectionRange(start, end);
  // The only way that keeps the undo of the text area; it is deprecated without a successor.
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, start, end, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Puts the caret at the beginning of a line, from 1, and brings it into sight. */
export function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n').slice(0, line - 1);
  const at = lines.reduce((sum, one) => sum + one.length + 1, 0);
  area.setSelectionRange(at, at);
  // A text area scrolls to its caret when it gets the focus.
  area.blur();
  area.focus();
}

/** The line of the caret, from 1. */
export const caretLine = (area: HTMLTextAreaElement): number =>
  area.value.slice(0, area.selectionStart).split('\n').length;
