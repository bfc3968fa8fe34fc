import type { Effort } from './effort.ts';
import { findAllWords } from './exact-rung.ts';
import type { Hit } from './hit.ts';
import type { OpenFolder } from './index-folder.ts';
import { onOtherKeyboard } from './keyboard.ts';
import { parseQuery, type Query } from './query.ts';
import { findRewritten } from './rewritten-rung.ts';

/** Finds what the same keys give on the other keyboard; null when that is no word or stands nowhere. */
export async function findOnOtherKeyboard(
  { typed }: Query,
  folders: readonly OpenFolder[],
  effort: Effort,
): Promise<{ readonly shown: string; readonly hits: readonly Hit[] } | null> {
  const other = onOtherKeyboard(typed);
  const parsed = other === null ? null : parseQuery(other);
  if (other === null || parsed === null || !parsed.ok) return null;
  const hits = await findAllWords(parsed.value, folders);
  if (hits.length > 0) return { shown: other, hits: hits.map((hit) => ({ ...hit, tier: 'near' })) };
  // A run of English letters can be a long question in Thai; the other way round there is nothing to part.
  const rewritten = /[a-z]/i.test(typed) ? await findRewritten(parsed.value, folders, effort) : null;
  return rewritten === null ? null : { shown: rewritten.shown, hits: rewritten.hits };
}
