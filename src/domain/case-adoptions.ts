import type { AdoptionStatement } from './adoption.ts';
import type { Source } from './edition.ts';
import { type Fact, givenValue } from './fact.ts';
import type { FactValue, Row } from './fact-value.ts';
import { dateCell, entriesOf, organisationCell, textCell, workCell } from './row-cells.ts';
import { type WorkName, workNamed } from './work.ts';

/** What an edition of a case needs to tell who took it over. */
export type TellingCase = WorkName & {
  readonly edition: number;
  readonly facts: Readonly<Record<string, Fact<FactValue>>>;
  readonly sources: readonly Pick<Source, 'id' | 'title' | 'url'>[];
};

/** What a case itself states of who took it over, an entry of its table `adoptions` each. */
export const statementsOfCase = (told: TellingCase): readonly AdoptionStatement[] =>
  entriesOf(told.facts, 'adoptions').map((row) => statementOf(row, told));

function statementOf(row: Row, { type, slug, edition, sources }: TellingCase): AdoptionStatement {
  const { work, eid } = clauseOf(row);
  const organisation = givenValue(organisationCell(row, 'organisation'));
  const cited = new Set(Object.values(row).flatMap((cell) => (cell.kind === 'given' ? cell.sources : [])));
  return {
    statedBy: 'origin',
    kind: 'adopts',
    origin: { work: { type, slug }, eid: null },
    adopter: {
      work,
      organisations: organisation === null ? [] : [organisation],
      words: givenValue(textCell(row, 'adopter')),
    },
    adapted: eid,
    adaptedWords: givenValue(textCell(row, 'clauseWords')),
    date: dateCell(row, 'date'),
    change: givenValue(textCell(row, 'change')),
    sources: sources.filter(({ id }) => cited.has(id)).map(({ title, url }) => ({ title, url })),
    told: { type, slug, edition },
  };
}

/** The adapted text that an entry points at, and the provision in it. */
export function clauseOf(row: Row): { readonly work: WorkName | null; readonly eid: string | null } {
  const [path = '', eid = null] = (givenValue(workCell(row, 'clause')) ?? '').split('#');
  const work = workNamed(path);
  return { work, eid: work === null ? null : eid };
}
