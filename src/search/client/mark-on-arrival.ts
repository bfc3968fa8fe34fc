/** More text than this says no more about where the words stand. */
const longestText = 60;
/** So many words before and after say which of several places is meant. */
const contextWords = 8;

/**
 * Lets the browser mark the found words in the clause a link leads to, where it can (WICG Scroll to Text Fragment).
 * It is added when the link is followed and only there, because other browsers would take it for a part of the
 * anchor and not find the clause. The words around are told too: a browser goes to the first place that fits, and titles
 * and summaries say what clauses say. Where none fits it goes to the clause.
 */
export function markOnArrival(anchor: HTMLAnchorElement): void {
  if (!('fragmentDirective' in document) || !anchor.hash || anchor.hash.includes(':~:')) return;
  const mark = anchor.parentElement?.querySelector('.search-result__excerpt mark');
  const words = mark?.textContent?.trim() ?? '';
  if (words === '' || words.length > longestText) return;
  const [before, after] = [mark?.previousSibling?.textContent ?? '', mark?.nextSibling?.textContent ?? ''];
  anchor.hash = `${anchor.hash}:~:text=${textDirective(before, words, after)}`;
}

/** The directive for words that stand between others; of these only what nothing but a space parts from them. */
export function textDirective(before: string, words: string, after: string): string {
  const prefix = wordsOf(/[^\s…]*$/.exec(before.trimEnd())?.[0] ?? '').slice(-contextWords);
  const suffix = wordsOf(/^[^\s…]*/.exec(after.trimStart())?.[0] ?? '').slice(0, contextWords);
  return [
    ...(prefix.length === 0 ? [] : [`${encoded(prefix.join(''))}-`]),
    encoded(words),
    ...(suffix.length === 0 ? [] : [`-${encoded(suffix.join(''))}`]),
  ].join(',');
}

/** Cut as browsers cut, which take only whole words for context. */
const wordsOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('th', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** A dash, a comma and an ampersand have a meaning in a text directive. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
