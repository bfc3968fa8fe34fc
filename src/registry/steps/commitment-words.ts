import { type ListedSpan, readCommitmentTexts } from '../../../db/commitment-lists.ts';
import type { Register } from '../../../db/connection.ts';
import type { Query } from '../../search/query.ts';
import { holdsWords, wordKey } from '../../search/words-in-text.ts';

/** The keys of the commitments of each edition, in their order. Editions never change, so neither do these. */
const knownKeys = new WeakMap<Register, Map<number, readonly string[]>>();

const editionsAtOnce = 200;

/**
 * Which of some commitments hold every word of a query: in what they count, in their wording, their unit, their period
 * and their domain, or in the title of their agreement.
 * @returns tells it of the commitment at a place of the list
 */
export async function commitmentsHolding(
  register: Register,
  spans: readonly ListedSpan[],
  query: Query,
): Promise<(place: number) => boolean> {
  const keys = await keysOf(register, new Set(spans.map((span) => span[8])));
  const holds = holdsWords(query);
  const fits = spans.map(([, position, , , , , , , editionId]) =>
    holds(keys.get(editionId)?.[position] ?? ''),
  );
  return (place) => fits[place] === true;
}

async function keysOf(
  register: Register,
  editionIds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const keys = knownKeys.get(register) ?? new Map<number, readonly string[]>();
  knownKeys.set(register, keys);
  const missing = [...editionIds].filter((id) => !keys.has(id));
  for (let first = 0; first < missing.length; first += editionsAtOnce) {
    for (const { id, title, commitments } of readCommitmentTexts(
      register.read,
      missing.slice(first, first + editionsAtOnce),
    )) {
      keys.set(
        id,
        commitments.map(({ metric, unit, period, domain, textAsWritten }) =>
          [metric, textAsWritten, unit, period ?? '', domain ?? '', title].map(wordKey).join('|'),
        ),
      );
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return keys;
}
