import { relatedNames } from './abbreviations.ts';
import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { toPhrase } from './phrase.ts';
import { type Alternative, parseQuery, type Query, type QueryWord } from './query.ts';
import { withFullYear } from './years.ts';

/**
 * Finds with names that mean about the same (MOU, บันทึกความเข้าใจ) and with a year of two digits in full (66, 2566).
 * Null when a query has none of these, or when it finds nothing with them.
 */
export async function findLooser(
  query: Query,
  folders: readonly OpenFolder[],
): Promise<{ readonly shown: string; readonly hits: readonly Hit[] } | null> {
  const full = withFullYear(query.typed);
  for (const typed of full === null ? [query.typed] : [full, query.typed]) {
    const parsed = typed === query.typed ? { ok: true as const, value: query } : parseQuery(typed);
    if (!parsed.ok) continue;
    const [first, ...rest] = parsed.value.words;
    const words: Query['words'] = [withRelated(first), ...rest.map(withRelated)];
    const added = words.flatMap((word, index) =>
      word.alternatives.slice(parsed.value.words[index]?.alternatives.length),
    );
    if (typed === query.typed && added.length === 0) continue;
    const hits = await findAllWords({ ...parsed.value, words }, folders);
    if (hits.length === 0) continue;
    const names = [...new Set(added.map(({ written }) => written))];
    return { shown: [typed, ...names].join(' / '), hits };
  }
  return null;
}

function withRelated(word: QueryWord): QueryWord {
  if (word.isQuoted) return word;
  const { units } = word.alternatives[0].phrase;
  const [first, ...others] = word.alternatives;
  const related = relatedNames(units).map(
    (name): Alternative => ({
      kind: 'other-name',
      written: name.written,
      phrase: toPhrase(name.units, false),
    }),
  );
  return { ...word, alternatives: [first, ...others, ...related] };
}
