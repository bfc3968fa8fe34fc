import { html, joined, type Markup, nothing } from './html.ts';

/**
 * Small links from a fact to the sources that state it, numbered as in the list of sources.
 * @param order ids of the sources in the order of that list
 */
export function sourceMarks(ids: readonly string[], order: readonly string[]): Markup {
  const marks = ids.flatMap((id) => {
    const number = order.indexOf(id) + 1;
    return number === 0
      ? []
      : [html`<a href="#source-${id}" aria-label="แหล่งอ้างอิงที่ ${number}">[${number}]</a>`];
  });
  return marks.length === 0 ? nothing : html`<span class="source-marks">${joined(marks)}</span>`;
}
