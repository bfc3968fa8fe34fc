import type { Connection } from '../../../db/connection.ts';
import { listProvisionsOf } from '../../../db/provisions.ts';
import { type ComparedPart, partsOf } from '../../domain/difference/compared-part.ts';
import { eidsOf, followPart } from '../../domain/difference/follow-part.ts';
import type { PartChange } from '../../domain/difference/parts-difference.ts';
import type { CompareTexts } from '../../domain/difference/text-runs.ts';

/** What one edition did with a provision; `change` is null in the first edition that is looked at. */
export type ProvisionStep = {
  readonly edition: number;
  /** The edition in whose place it came. */
  readonly previous: number | null;
  readonly eid: string;
  readonly change: PartChange | null;
};

/** A provision on its way through the editions of its work. */
export type ProvisionPath = {
  /** Latest first. */
  readonly steps: readonly ProvisionStep[];
  /** True when the way goes on into earlier editions that were not looked at. */
  readonly isCut: boolean;
};

/** So many editions back the history of a provision is told. */
const mostEditions = 40;

/** Reads the parts of the editions of a work, each once. */
export type ReadParts = (number: number) => Promise<readonly ComparedPart[]>;

export function createPartsReader(connection: Connection, workId: number): ReadParts {
  const known = new Map<number, readonly ComparedPart[]>();
  return async (number) => {
    const kept = known.get(number);
    if (kept !== undefined) return kept;
    const provisions = (await listProvisionsOf(connection, [{ workId, number }])).get(workId) ?? [];
    const parts = partsOf(provisions, '');
    known.set(number, parts);
    return parts;
  };
}

/**
 * Follows a provision from an edition back to where it came.
 * @param turns the editions that became current, first to last; `edition` is one of them
 */
export async function pathBack(
  readParts: ReadParts,
  turns: readonly number[],
  { edition, eid }: { readonly edition: number; readonly eid: string },
  compareTexts: CompareTexts,
): Promise<ProvisionPath> {
  const steps: ProvisionStep[] = [];
  let own = eid;
  for (let at = turns.indexOf(edition); at >= 0; at -= 1) {
    const [number = 0, previous = null] = [turns[at], turns[at - 1]];
    if (steps.length === mostEditions) return { steps, isCut: true };
    const change =
      previous === null
        ? null
        : followPart(await readParts(previous), await readParts(number), own, 'after', compareTexts);
    steps.push({ edition: number, previous, eid: own, change });
    const earlier = change === null ? undefined : eidsOf(change, 'before')[0];
    if (earlier === undefined) break;
    own = earlier;
  }
  return { steps, isCut: false };
}

/** Where a provision of an edition is by now: under which eid, or the edition that has it no more. */
export type ProvisionEnd =
  | { readonly kind: 'stands'; readonly edition: number; readonly eid: string }
  | {
      readonly kind: 'gone';
      /** The last edition that has it, and its eid there. */
      readonly edition: number;
      readonly eid: string;
      readonly goneIn: number;
      readonly change: PartChange | null;
    };

/** Follows a provision from an edition to the current one; one that was split goes on as the first piece. */
export async function pathOn(
  readParts: ReadParts,
  turns: readonly number[],
  { edition, eid }: { readonly edition: number; readonly eid: string },
  compareTexts: CompareTexts,
): Promise<ProvisionEnd> {
  // An edition that never became current is compared with the one that is.
  const rest = turns.includes(edition) ? turns.slice(turns.indexOf(edition) + 1) : turns.slice(-1);
  let own = { edition, eid };
  for (const next of rest) {
    const change = followPart(
      await readParts(own.edition),
      await readParts(next),
      own.eid,
      'before',
      compareTexts,
    );
    const later = change === null ? undefined : eidsOf(change, 'after')[0];
    if (later === undefined) return { kind: 'gone', ...own, goneIn: next, change };
    own = { edition: next, eid: later };
  }
  return { kind: 'stands', ...own };
}
