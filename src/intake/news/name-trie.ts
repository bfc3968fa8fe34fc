type Branch<T> = { readonly next: Map<string, Branch<T>>; values: T[] | null };

/** Names that are looked for at a place of a text, all at once. */
export type NameTrie<T> = {
  readonly add: (name: string, value: T) => void;
  /** The longest name that stands at `at`, if any, with everything it is the name of. */
  readonly longestAt: (
    text: string,
    at: number,
  ) => { readonly end: number; readonly values: readonly T[] } | null;
};

/** A name never ends before a sign that is drawn on its last letter, nor after a vowel that waits for its consonant. */
const WAITS = /[\u0e40-\u0e44]$/;
const DRAWN_ON = /^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;

export function createNameTrie<T>(): NameTrie<T> {
  const root: Branch<T> = { next: new Map(), values: null };
  return {
    add: (name, value) => {
      let branch = root;
      for (const letter of name) {
        const next = branch.next.get(letter) ?? { next: new Map(), values: null };
        branch.next.set(letter, next);
        branch = next;
      }
      branch.values ??= [];
      if (!branch.values.includes(value)) branch.values.push(value);
    },
    longestAt: (text, at) => {
      let branch: Branch<T> | undefined = root;
      let found: { end: number; values: readonly T[] } | null = null;
      for (let end = at; branch !== undefined; end += 1) {
        if (branch.values !== null && !DRAWN_ON.test(text.charAt(end)) && !WAITS.test(text.charAt(end - 1))) {
          found = { end, values: branch.values };
        }
        branch = branch.next.get(text.charAt(end));
      }
      return found;
    },
  };
}
