import type { WrittenDate } from '../thai/written-date.ts';
import type { Source } from './edition.ts';
import type { Fact } from './fact.ts';
import { keyOfWork, type WorkName } from './work.ts';

/** A text, or one provision of it. */
export type TextPart = { readonly work: WorkName; readonly eid: string | null };

/** Who took something over: a work of the register, or a body that only words or an organisation name. */
export type Adopter = {
  readonly work: WorkName | null;
  /** Slugs of the organisations that it belongs to, or that are named. */
  readonly organisations: readonly string[];
  /** As a source words it, where nothing of the register is meant. */
  readonly words: string | null;
};

/** One statement that something was taken over. */
export type AdoptionStatement = {
  /** The text that took it over says so itself, or the one that was taken over tells of it. */
  readonly statedBy: 'adopter' | 'origin';
  readonly kind: 'adopts' | 'derives_from';
  readonly origin: TextPart;
  readonly adopter: Adopter;
  /** Eid of the adopter's own provision; null when none is named. */
  readonly adapted: string | null;
  /** The adopter's own provision as a source words it, where it cannot be pointed at. */
  readonly adaptedWords: string | null;
  readonly date: Fact<WrittenDate>;
  readonly change: string | null;
  /** What shows it, where the teller names it. */
  readonly sources: readonly Pick<Source, 'title' | 'url'>[];
  /** The edition that tells it first. */
  readonly told: WorkName & { readonly edition: number };
};

/** What one adopter took from one work, with everything that is told of it. */
export type Adoption = {
  readonly origin: WorkName;
  readonly adopter: Adopter;
  /** By the adopter first; never empty. */
  readonly statements: readonly AdoptionStatement[];
  /** Of what the two ends tell differently. */
  readonly contested: readonly ('date' | 'provision')[];
};

/** By what an adopter is told apart from others. */
export function keyOfAdopter({ work, organisations, words }: Adopter): string {
  if (work !== null) return keyOfWork(work);
  const [organisation] = organisations;
  return organisation === undefined ? `words/${words ?? ''}` : `organisations/${organisation}`;
}

/**
 * Puts statements about the same adoption together, whichever end makes them. A statement that names only an
 * organisation is about the work of that organisation which took something from the same text, when there is one such.
 */
export function joinAdoptions(statements: readonly AdoptionStatement[]): readonly Adoption[] {
  const byAdopter = Map.groupBy(
    statements.filter(({ adopter }) => adopter.work !== null),
    ({ origin, adopter }) => `${keyOfWork(origin.work)}>${keyOfAdopter(adopter)}`,
  );
  const groups: AdoptionStatement[][] = [...byAdopter.values()].map((group) => [...group]);
  for (const statement of statements) {
    if (statement.adopter.work !== null) continue;
    const same = groups.filter((group) => group.some((other) => isSameAdoption(statement, other)));
    if (same.length === 1) same[0]?.push(statement);
    else groups.push([statement]);
  }
  return groups.map(adoptionOf);
}

function isSameAdoption(statement: AdoptionStatement, other: AdoptionStatement): boolean {
  if (keyOfWork(statement.origin.work) !== keyOfWork(other.origin.work)) return false;
  if (keyOfAdopter(statement.adopter) === keyOfAdopter(other.adopter)) return true;
  return statement.adopter.organisations.some((slug) => other.adopter.organisations.includes(slug));
}

function adoptionOf(group: readonly AdoptionStatement[]): Adoption {
  const statements = group.toSorted((a, b) => a.statedBy.localeCompare(b.statedBy));
  const [first] = statements;
  if (!first) throw new Error('an adoption that nobody tells of');
  const organisations = [...new Set(statements.flatMap(({ adopter }) => adopter.organisations))];
  const contested = (['date', 'provision'] as const).filter((what) => differ(statements, what));
  return {
    origin: first.origin.work,
    adopter: {
      work: first.adopter.work,
      organisations,
      words: first.adopter.words,
    },
    statements,
    contested,
  };
}

/** Whether the two ends tell different things, none of which agrees with the other end's. */
function differ(statements: readonly AdoptionStatement[], what: 'date' | 'provision'): boolean {
  const told = (end: AdoptionStatement['statedBy']) =>
    statements.flatMap(({ statedBy, date, adapted }) => {
      if (statedBy !== end) return [];
      if (what === 'provision') return adapted ?? [];
      return date.kind === 'given' ? date.value.start : [];
    });
  const [own, others] = [told('adopter'), told('origin')];
  const agree = what === 'date' ? isSamePeriod : overlaps;
  return own.length > 0 && others.length > 0 && !own.some((one) => others.some((other) => agree(one, other)));
}

/** A year and a day of that year do not contradict each other. */
const isSamePeriod = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Whether two provisions of one text are the same, or one is a paragraph of the other. */
export const overlaps = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}-p-`) || b.startsWith(`${a}-p-`);
