import type { Register } from '../../db/connection.ts';
import type { TitledWork } from '../../db/suggestions.ts';
import { findNamed } from '../domain/suggestion.ts';
import { beginsName, toNameKey } from '../thai/name-key.ts';
import { namesOf } from './steps/name-list.ts';

/** At most so many are offered; a longer title narrows them. */
const worksMaximum = 20;

/** Published works whose title is, begins with or holds a text. Empty for a text too short to be part of a title. */
export async function findWorks(register: Register, text: string): Promise<readonly TitledWork[]> {
  const key = toNameKey(text.slice(0, 200));
  if (!beginsName(key)) return [];
  const names = await namesOf(register);
  return findNamed(names.works, key, worksMaximum);
}
