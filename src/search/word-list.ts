import { sharedLetters } from './front-coding.ts';

/** name: of a place. word: any other. */
export type WordKind = 'name' | 'word';

/** A word that stands in the texts, in the search form and without spaces. */
export type KnownWord = {
  readonly text: string;
  readonly kind: WordKind;
  /** About how many editions hold it, as the power of two below. */
  readonly magnitude: number;
};

/** The words of one index folder in code point order, for corrections and for parting questions without spaces. */
export type WordList = readonly KnownWord[];

/** The words kept at most: what compresses to about 100 KB. */
const maxWords = 24_000;

/** How a word was counted. Among rare words the important ones are kept: a name in a title stands in few texts. */
export type CountedWord = {
  /** In how many editions it stands, and in how many of them as the name of a place. */
  readonly editions: number;
  readonly asName: number;
  readonly importance: number;
};

/** ในเมือง is a name in some texts and two words in most: a name is one in a quarter of its editions. */
const namedInOneOf = 4;

/** Puts counted words in order and keeps the ones that matter: the important and the frequent. */
export function toWordList(counted: ReadonlyMap<string, CountedWord>): WordList {
  return [...counted]
    .map(([text, { editions, asName, importance }]): { word: KnownWord; rank: number } => {
      const kind = asName * namedInOneOf >= editions ? 'name' : 'word';
      const magnitude = Math.floor(Math.log2(Math.max(1, editions)));
      return { word: { text, kind, magnitude }, rank: magnitude + importance };
    })
    .sort((a, b) => b.rank - a.rank || (a.word.text < b.word.text ? -1 : 1))
    .slice(0, maxWords)
    .map(({ word }) => word)
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** Several lists as one; a word of more than one counts as often as in the list that has it most. */
export function mergeWordLists(lists: readonly WordList[]): WordList {
  const [only, ...more] = lists;
  if (only !== undefined && more.length === 0) return only;
  const merged = new Map<string, KnownWord>();
  for (const word of lists.flat()) {
    const known = merged.get(word.text);
    if (known === undefined || known.magnitude < word.magnitude) merged.set(word.text, word);
  }
  return [...merged.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The file of a word list: a line a word, written as what differs from the word before. */
export function encodeWordList(list: WordList): string {
  let before = '';
  const lines = list.map(({ text, kind, magnitude }) => {
    const shared = sharedLetters(text, before);
    before = text;
    const mark = (magnitude + (kind === 'name' ? 18 : 0)).toString(36);
    return `${shared.toString(36)}${mark}${text.slice(shared)}`;
  });
  return lines.join('\n');
}

/** Reads what `encodeWordList` wrote. */
export function decodeWordList(file: string): WordList {
  let before = '';
  return file === ''
    ? []
    : file.split('\n').map((line) => {
        const mark = Number.parseInt(line.charAt(1), 36);
        before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(2);
        return {
          text: before,
          kind: mark >= 18 ? ('name' as const) : ('word' as const),
          magnitude: mark % 18,
        };
      });
}
