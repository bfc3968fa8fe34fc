const words = new Intl.Segmenter('th', { granularity: 'word' });

/** What never begins a token: marks, and the vowel signs that are drawn on the letter before. */
const LEANS_BACK = /^[\p{M}\u0e33\u0eb3\u200c\u200d]/u;
/** Vowels that are written before the consonant they belong to, and a first half of a pair. */
const LEANS_ON = /[\u0e40-\u0e44\u0ec0-\u0ec4\ud800-\udbff]/;

/**
 * Cuts a text into words, spaces and signs; joined they are the text again, whatever the version of the dictionary.
 * No token begins with a mark, so that what is marked as changed never tears a letter from its vowel or tone.
 */
export function wordTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  let start = 0;
  for (const { segment, index } of words.segment(text)) {
    const isPart = index === 0 || LEANS_BACK.test(segment) || LEANS_ON.test(text.charAt(index - 1));
    if (isPart) continue;
    tokens.push(text.slice(start, index));
    start = index;
  }
  if (start < text.length) tokens.push(text.slice(start));
  return tokens;
}
