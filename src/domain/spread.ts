import { type Adoption, type AdoptionStatement, joinAdoptions, keyOfAdopter, overlaps } from './adoption.ts';
import { keyOfWork, type WorkName } from './work.ts';

/** An adoption with how far from the beginning it is: 1 took it from the case itself, 2 from one that did. */
export type SpreadAdoption = Adoption & { readonly hop: number };

/** What became of a text in other places. */
export type Spread = {
  /** Nearest first, then in the order of what was told. */
  readonly adoptions: readonly SpreadAdoption[];
  /** Different adopters. */
  readonly adopters: number;
  /** How far the farthest adopter is by its shortest way; 0 without adoptions. */
  readonly hops: number;
};

/** The parts of a text in which what spreads stands; `whole` when all of it does. */
type Reached = 'whole' | ReadonlySet<string>;

/**
 * Follows a text through what is told of adoptions. A text that took something over hands on the provision which it
 * made of it: what others take from its other provisions has come from somewhere else and does not count. Who took its
 * whole text counts. A text that does not say which of its provisions it is hands on nothing but its whole.
 */
export function spreadOf(root: WorkName, statements: readonly AdoptionStatement[]): Spread {
  const rootKey = keyOfWork(root);
  const reached = new Map<string, Reached>([[rootKey, 'whole']]);
  const hops = new Map<AdoptionStatement, number>();
  for (let hop = 1, grew = true; grew; hop += 1) {
    const next = statements.filter(
      (one) =>
        !hops.has(one) &&
        keyOfAdopter(one.adopter) !== rootKey &&
        handsOn(reached.get(keyOfWork(one.origin.work)), one.origin.eid),
    );
    for (const statement of next) {
      hops.set(statement, hop);
      const key = keyOfAdopter(statement.adopter);
      const before = reached.get(key);
      const parts = before === undefined || before === 'whole' ? [] : [...before];
      reached.set(key, new Set(statement.adapted === null ? parts : [...parts, statement.adapted]));
    }
    grew = next.length > 0;
  }
  const hopOf = ({ statements: told }: Adoption) => Math.min(...told.map((one) => hops.get(one) ?? Infinity));
  const adoptions = joinAdoptions([...hops.keys()])
    .map((adoption) => ({ ...adoption, hop: hopOf(adoption) }))
    .toSorted((a, b) => a.hop - b.hop);
  const nearest = new Map(adoptions.toReversed().map(({ adopter, hop }) => [keyOfAdopter(adopter), hop]));
  return { adoptions, adopters: nearest.size, hops: Math.max(0, ...nearest.values()) };
}

function handsOn(reached: Reached | undefined, taken: string | null): boolean {
  if (reached === undefined) return false;
  return reached === 'whole' || taken === null || [...reached].some((part) => overlaps(part, taken));
}

/**
 * The works of which something stands in a text, found by following what it took back to where that came from.
 * @param statements what is told of adoptions, at least those of the text and of all it comes from
 */
export function originsOf(work: WorkName, statements: readonly AdoptionStatement[]): readonly WorkName[] {
  const own = keyOfWork(work);
  const origins = new Map(statements.map(({ origin }) => [keyOfWork(origin.work), origin.work]));
  origins.delete(own);
  return [...origins.values()].filter((origin) =>
    spreadOf(origin, statements).adoptions.some(({ adopter }) => keyOfAdopter(adopter) === own),
  );
}
