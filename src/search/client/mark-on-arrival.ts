/** More text than this says no more about where the words stand. */
const longestText = 60;

/**
 * Lets the browser mark the found words in the clause a link leads to, where it can (WICG Scroll to Text Fragment).
 * It is added when the link is followed and only there, because other browsers would take it for a part of the
 * anchor and not find the clause.
 */
export function markOnArrival(anchor: HTMLAnchorElement): void {
  if (!('fragmentDirective' in document) || !anchor.hash || anchor.hash.includes(':~:')) return;
  const words = anchor.parentElement?.querySelector('.search-result__excerpt mark')?.textContent ?? '';
  if (words === '' || words.length > longestText) return;
  // A dash, a comma and an ampersand have a meaning in a text directive.
  const text = encodeURIComponent(words.trim()).replaceAll('-', '%2D');
  anchor.hash = `${anchor.hash}:~:text=${text}`;
}
