import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits, type Unit } from '../thai/units.ts';
import { type BlockKind, blocksOf } from './page-html.ts';
import type { Phrase } from './phrase.ts';
import type { SearchRecord } from './search-record.ts';
import { tokenSpan } from './tokens.ts';

/**
 * Version of what the server's search stores of an edition. Whoever changes the normal form, the units, the blocks or
 * the record raises it; entries of an older form are then stored anew (a test compares a sample).
 */
export const searchForm = 2;

/** The kinds of blocks in the order of their numbers. New kinds come last. */
const blockKinds = ['title', 'place', 'keywords', 'heading', 'body'] as const satisfies readonly BlockKind[];

/** The number of what came after the publication; it is found as keywords are. */
export const laterBlocks = blockKinds.length;

/** Closes every unit of a token; no unit holds a full stop. */
const terminator = '.';

type PlainUnit = Pick<Unit, 'kind' | 'text'>;

/** The kind of block by its number. */
export const blockKindOf = (number: number): BlockKind => blockKinds[number] ?? 'keywords';

/**
 * The tokens of a record by the number of the kind of block: at each unit that unit and the next two of its block,
 * each closed. A phrase of three units or more is a run of such tokens, and at the end of a block they get shorter,
 * so that no phrase is found across two blocks.
 */
export function tokenRowsOf(record: SearchRecord): ReadonlyMap<number, string> {
  const tokens = new Map<number, string[]>();
  for (const { kind, text, isLater } of blocksOf(record)) {
    const closed = toUnits(toSearchForm(text)).map((unit) => unit.text + terminator);
    if (closed.length === 0) continue;
    const number = isLater === true ? laterBlocks : blockKinds.indexOf(kind);
    const row = tokens.get(number) ?? [];
    for (let at = 0; at < closed.length; at += 1) row.push(closed.slice(at, at + tokenSpan).join(''));
    tokens.set(number, row);
  }
  return new Map([...tokens].map(([number, row]) => [number, row.join(' ')]));
}

/**
 * The FTS5 expression that finds a phrase: the run of its tokens, or for one or two units the tokens that begin with
 * them. Null for a phrase without units. Units hold letters and digits only, so nothing in it can be an operator.
 */
export function matchExpression({ units, isOpen }: Phrase): string | null {
  if (units.length === 0) return null;
  if (units.length < tokenSpan) return `"${joinUnits(units, isOpen)}"*`;
  const last = units.length - tokenSpan;
  const tokens = Array.from({ length: last + 1 }, (_, at) =>
    joinUnits(units.slice(at, at + tokenSpan), isOpen && at === last),
  );
  return `"${tokens.join(' ')}"${isOpen ? '*' : ''}`;
}

/** With `isOpen` the last unit may be continued; a number never is: 7 is not the beginning of 75. */
function joinUnits(units: readonly PlainUnit[], isOpen: boolean): string {
  return units
    .map(({ kind, text }, index) =>
      isOpen && index === units.length - 1 && kind !== 'number' ? text : text + terminator,
    )
    .join('');
}
