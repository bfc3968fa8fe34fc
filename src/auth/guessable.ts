/** Fewer guesses than this, as a power of ten, and a list of common passwords finds it. */
const fewestGuesses = 8;

/** Longer pieces say no more about how soon a password is guessed. */
const judgedLength = 72;

/**
 * True when a password is found among the first hundred million guesses: common passwords and their usual disguises,
 * rows of keys, repetitions, dates, and the words of the person and the place (user name, organisation, this site).
 * The lists (@zxcvbn-ts, MIT) are loaded when a password is first judged.
 */
export async function isGuessable(password: string, ownWords: readonly string[]): Promise<boolean> {
  const judge = await loadJudge();
  const words = [...siteWords, ...ownWords.flatMap((text) => [text, ...text.split(/[\s@._-]+/)])];
  const known = [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => [...word].length >= 3);
  return judge(password.normalize('NFKC').slice(0, judgedLength), known) < fewestGuesses;
}

const siteWords = [
  'tammanoon',
  'thammanoon',
  'ธรรมนูญ',
  'รหัสผ่าน',
  'อบต',
  'เทศบาล',
  'ประเทศไทย',
  'thailand',
  'sawasdee',
  'สวัสดี',
];

type Judge = (password: string, words: readonly string[]) => number;
let loaded: Promise<Judge> | undefined;

function loadJudge(): Promise<Judge> {
  loaded ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
    return (password, words) => factory.check(password, [...words]).guessesLog10;
  })();
  return loaded;
}
