/**
 * The HTML of `renderBody` with the links beside its headings leading to the permanent address of the edition, so
 * that what a reader copies on the page of the current edition still shows the same words after the next one.
 * @param path address of the edition, root-relative
 */
export const withPermanentAnchors = (html: string, path: string): string =>
  html.replaceAll('<a class="anchor" href="#', `<a class="anchor" href="${path}#`);
