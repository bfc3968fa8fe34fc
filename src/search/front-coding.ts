/** At most so many letters are shared with the word before: one digit to the base of 36 says how many. */
const sharedAtMost = 35;

/** How many letters a word shares with the one before it, as far as front coding says. */
export function sharedLetters(word: string, before: string): number {
  let shared = 0;
  while (shared < sharedAtMost && shared < word.length && word[shared] === before[shared]) shared += 1;
  return shared;
}

/** Words in order, a line each, written as what differs from the word before. */
export function frontCode(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const shared = sharedLetters(word, words[index - 1] ?? '');
      return shared.toString(36) + word.slice(shared);
    })
    .join('\n');
}

/** Reads what `frontCode` wrote. */
export function readFrontCoded(lines: string): readonly string[] {
  let before = '';
  return lines.split('\n').map((line) => {
    before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
    return before;
  });
}
