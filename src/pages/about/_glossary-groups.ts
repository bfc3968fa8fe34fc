import content from '../../../content/glossary.json' with { type: 'json' };
import { type GlossaryEntry, glossarySchema } from '../../catalogue/glossary.ts';
import { compareThai } from '../../thai/collation.ts';

export type GlossaryGroup = {
  /** The letter under which its words stand, as in a Thai dictionary; A–Z for the others. */
  readonly letter: string;
  readonly id: string;
  readonly entries: readonly GlossaryEntry[];
};

const latin = 'A–Z';

/** The glossary in Thai dictionary order, grouped by first consonant. */
export function glossaryGroups(): readonly GlossaryGroup[] {
  const entries = [...glossarySchema.parse(content)].sort((a, b) => compareThai(a.term, b.term));
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry.term);
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === latin) - Number(b === latin) || compareThai(a, b))
    .map(([letter, members]) => ({
      letter,
      id: letter === latin ? 'letter-latin' : `letter-${letter}`,
      entries: members,
    }));
}

const letterOf = (term: string): string => /[ก-ฮ]/.exec(term.slice(0, 2))?.[0] ?? latin;
