/** A text with the words in it that something came from. */
export type MarkedWording = {
  readonly before: string;
  /** Null when the text does not have the words. */
  readonly marked: string | null;
  readonly after: string;
};

/** So many characters of a text are shown on either side of what is marked in it. */
const around = 160;

/** A line that is written anew: blanks of any kind as one. */
const asLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Where the words of a fact stand in the text that states it. Long texts are cut between words, with an ellipsis.
 * @param text of a provision
 * @param wording as the fact quotes it
 */
export function markedWording(text: string, wording: string): MarkedWording {
  const [whole, words] = [asLine(text), asLine(wording)];
  const at = words === '' ? -1 : whole.indexOf(words);
  if (at === -1) return { before: '', marked: null, after: '' };
  return {
    before: ending(whole.slice(0, at)),
    marked: words,
    after: beginning(whole.slice(at + words.length)),
  };
}

function ending(text: string): string {
  if (text.length <= around) return text;
  const cut = text.slice(-around);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
}

function beginning(text: string): string {
  if (text.length <= around) return text;
  const cut = text.slice(0, around);
  const blank = cut.lastIndexOf(' ');
  return `${blank > 0 ? cut.slice(0, blank) : cut}…`;
}
