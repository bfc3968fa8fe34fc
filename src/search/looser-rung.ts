import { toUnits } from '../thai/units.ts';
import { relatedNames } from './abbreviations.ts';
import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { toPhrase } from './phrase.ts';
import { type Alternative, parseQuery, type Query, type QueryWord } from './query.ts';
import { dateInQuery } from './written-dates.ts';
import { withFullYear } from './years.ts';

/**
 * Finds with a day as others write it (15 พ.ค. 60, 15 พฤษภาคม 2560), with names that mean about the same (MOU,
 * บันทึกความเข้าใจ) and with a year of two digits in full (66, 2566).
 * Null when a query has none of these, or when it finds nothing with them.
 */
export async function findLooser(
  query: Query,
  folders: readonly OpenFolder[],
): Promise<{ readonly shown: string; readonly hits: readonly Hit[] } | null> {
  const dated = await findDated(query, folders);
  if (dated !== null) return dated;
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

async function findDated(
  { typed }: Query,
  folders: readonly OpenFolder[],
): Promise<{ readonly shown: string; readonly hits: readonly Hit[] } | null> {
  const date = typed.includes('"') ? null : dateInQuery(typed);
  const [first, ...others] = (date?.writings ?? []).map(
    (written): Alternative => ({ kind: 'other-name', written, phrase: toPhrase(toUnits(written), false) }),
  );
  if (date === null || first === undefined) return null;
  const word = {
    typed: first.written,
    isQuoted: false,
    isOptional: false,
    alternatives: [first, ...others],
  } as const;
  const rest = parseQuery(date.rest);
  const words: Query['words'] = rest.ok ? [word, ...rest.value.words] : [word];
  const hits = await findAllWords({ typed, words, whole: [], isBound: false }, folders);
  return hits.length === 0 ? null : { shown: words.map((one) => one.typed).join(' '), hits };
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
