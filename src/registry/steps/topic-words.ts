import { createHash } from 'node:crypto';
import type { Connection } from '../../../db/connection.ts';
import { listProvisionsOf } from '../../../db/provisions.ts';
import { keepTopicWords, mapTopicWords } from '../../../db/topic-words.ts';
import { topicWords } from '../../catalogue/schemes.ts';
import type { Provision } from '../../domain/provision.ts';
import {
  createPositionFinder,
  type WordPositions,
  wordPositionsForm,
  wordsByPosition,
} from '../../domain/word-positions.ts';

const known = new Set(topicWords);
const findTopicWords = createPositionFinder(topicWords);

/** Of which words, and by which rule, it is kept where they stand. */
export const topicWordsForm: string = createHash('sha256')
  .update(JSON.stringify([wordPositionsForm, ...topicWords]))
  .digest('hex')
  .slice(0, 16);

/** Keeps in which parts of an edition words of topics stand, in the transaction that stores it. */
export async function storeTopicWordsOf(
  transaction: Connection,
  editionId: number,
  provisions: readonly Provision[],
): Promise<void> {
  keepTopicWords(transaction, editionId, topicWordsForm, findTopicWords(provisions));
}

/**
 * The parts of some editions in which words of a topic stand, by the id of the work: by their positions, in the order of
 * the text, with these words. Texts are read only where it is not kept, which gives the same.
 */
export async function findTopicParts(
  read: Connection,
  editions: readonly { readonly workId: number; readonly number: number }[],
  words: readonly string[],
): Promise<ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>> {
  const isKept = words.every((word) => known.has(word));
  const kept = mapTopicWords(read, isKept ? editions : [], topicWordsForm);
  const unread = editions.filter(({ workId }) => !kept.has(workId));
  const texts = await listProvisionsOf(read, unread);
  const find = createPositionFinder(words);
  const positionsOf = (workId: number): WordPositions => kept.get(workId) ?? find(texts.get(workId) ?? []);
  return new Map(editions.map(({ workId }) => [workId, wordsByPosition(positionsOf(workId), words)]));
}
