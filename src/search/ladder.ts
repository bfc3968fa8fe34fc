import { withinBounds } from './bounded-folder.ts';
import { findBestCoverage } from './coverage-rung.ts';
import { type Effort, startEffort } from './effort.ts';
import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { findOnOtherKeyboard } from './keyboard-rung.ts';
import { findLooser } from './looser-rung.ts';
import type { Query } from './query.ts';
import { findRewritten } from './rewritten-rung.ts';
import { wordStands } from './stands-somewhere.ts';
import { type Suggestion, suggestApart, suggestFewer, suggestMeanings } from './suggestions.ts';

/**
 * How a query was answered, in the order in which it is tried; the next is tried when the one before found nothing.
 * exact: what was typed, in order or all words of it. looser: a word by a name that means about the same, or a year
 * written short. keyboard: typed with the other keyboard. parts: words written together, parted, all of them.
 * corrected: slips put right. coverage: the most of it.
 */
export type RungName = 'exact' | 'looser' | 'keyboard' | 'parts' | 'corrected' | 'coverage';

/** The answer of the ladder. Every rung but `exact` is named to the visitor, in `rungNotice`. */
export type Climbed = {
  readonly rung: RungName;
  readonly hits: readonly Hit[];
  /** What was looked for instead of what was typed; null when nothing else was. */
  readonly shown: string | null;
  /** Other queries to offer. They are never chosen for the visitor. */
  readonly suggestions: readonly Suggestion[];
  /** Whether the query cost more than one may: there may be more to find than was looked for. */
  readonly isCut: boolean;
};

/** Climbs until a rung finds something. The empty answer of all rungs is the honest "none". */
export async function climb(
  query: Query,
  folders: readonly OpenFolder[],
  effort: Effort = startEffort(),
): Promise<Climbed> {
  const bounded = folders.map((folder) => withinBounds(folder, effort));
  const climbed = await firstFound(query, bounded, effort);
  const suggestions = [...suggestMeanings(query), ...climbed.suggestions];
  return { ...climbed, suggestions, isCut: effort.hasLeftOut() };
}

async function firstFound(
  query: Query,
  folders: readonly OpenFolder[],
  effort: Effort,
): Promise<Omit<Climbed, 'isCut'>> {
  const all = await findAllWords(query, folders);
  const hits = query.isBound ? asExpression(all) : all;
  const suggestions = hits.length < all.length ? [suggestApart(query)] : [];
  if (hits.length > 0) return { rung: 'exact', hits, shown: null, suggestions };
  const looser = await findLooser(query, folders);
  if (looser !== null) return { rung: 'looser', ...looser, suggestions: [] };
  const other = await findOnOtherKeyboard(query, folders, effort);
  if (other !== null) return { rung: 'keyboard', ...other, suggestions: [] };
  if (await namesAbsentPlace(query, folders)) {
    const fewer = await suggestFewer(query, folders);
    return { rung: 'coverage', hits: [], shown: null, suggestions: fewer };
  }
  const rewritten = await findRewritten(query, folders, effort);
  if (rewritten !== null) {
    const { kind, others, ...found } = rewritten;
    const suggestions = others.map((text): Suggestion => ({ reason: 'spelling', text }));
    return { rung: kind, ...found, suggestions };
  }
  const near = await findBestCoverage(query, folders);
  const fewer = near.length > 0 ? [] : await suggestFewer(query, folders);
  return { rung: 'coverage', hits: near, shown: null, suggestions: fewer };
}

/** Loaded with the first search that finds nothing, and not looked up again. */
let placeNames: Promise<typeof import('./place-names.ts')> | null = null;

/** Whoever asks for ตราด means no ตลาด: the name of a place of which nothing is there is answered with nothing. */
async function namesAbsentPlace({ words }: Query, folders: readonly OpenFolder[]): Promise<boolean> {
  placeNames ??= import('./place-names.ts');
  const { isPlaceName } = await placeNames;
  const places = words.filter(({ typed, isQuoted }) => !isQuoted && isPlaceName(typed));
  const stand = await Promise.all(places.map((word) => wordStands(word, folders)));
  return stand.includes(false);
}

/** Words that most texts with all of them write in one run are one expression, and the run is what was asked for. */
function asExpression(hits: readonly Hit[]): readonly Hit[] {
  const inOneRun = hits.filter(({ tier }) => tier === 'phrase' || tier === 'phrase-in-title');
  return inOneRun.length * 2 > hits.length ? inOneRun : hits;
}
