import { roleOf } from './word-roles.ts';

/** Counts words that keep together, so that สวัสดิการชุมชน is known as one word and not only as two. */
export type CompoundCounter = {
  /** Adds the words of one record, one run for each text; an empty word parts. */
  readonly add: (runs: readonly (readonly string[])[]) => void;
  /** The compounds with the number of records that hold them, estimated. */
  readonly finish: () => ReadonlyMap<string, number>;
};

/** All of the first records are looked at and every tenth of the rest: what is frequent shows in a sample. */
const lookedAtFirst = 500;
const oneOf = 10;

/** A compound stands in at least so many records looked at, and in this part of them. */
const leastRecords = 4;
const leastPart = 0.01;
const longestCompound = 24;

export function countCompounds(): CompoundCounter {
  const counted = new Map<string, number>();
  let records = 0;
  let lookedAt = 0;
  return {
    add: (runs) => {
      records += 1;
      if (records > lookedAtFirst && records % oneOf !== 0) return;
      lookedAt += 1;
      for (const compound of new Set(runs.flatMap(compoundsIn))) {
        counted.set(compound, (counted.get(compound) ?? 0) + 1);
      }
    },
    finish: () => {
      const least = Math.max(leastRecords, lookedAt * leastPart);
      const frequent = [...counted].filter(([, count]) => count >= least);
      return new Map(frequent.map(([text, count]) => [text, Math.round((count * records) / lookedAt)]));
    },
  };
}

/** Two and three neighbouring Thai words, none of which only binds or asks. */
function compoundsIn(words: readonly string[]): readonly string[] {
  return words.flatMap((_, at) => {
    const compounds: string[] = [];
    let compound = '';
    for (const word of words.slice(at, at + 3)) {
      if (!/^[\u0e01-\u0e4e]{2,}$/.test(word) || roleOf(word) !== 'content') break;
      compound += word;
      if (compound !== word && compound.length <= longestCompound) compounds.push(compound);
    }
    return compounds;
  });
}
