import type { Register } from '../../db/connection.ts';
import { listProvisions } from '../../db/provisions.ts';
import { countWithoutTopicWords, listWithoutTopicWords } from '../../db/topic-words.ts';
import { fillInParts } from './steps/fill-in-parts.ts';
import { storeTopicWordsOf, topicWordsForm } from './steps/topic-words.ts';

/**
 * Keeps of every edition where words of topics stand: of a register from before that was kept, and anew when words of a
 * topic have changed.
 * @returns how many editions were read
 */
export const fillTopicWords = (
  register: Register,
  isAnew: boolean,
  onProgress?: (done: number) => void,
): Promise<number> =>
  fillInParts(register, {
    atOnce: 50,
    list: async (transaction, after, limit) =>
      listWithoutTopicWords(transaction, isAnew ? noForm : topicWordsForm, after, limit).map((id) => ({
        id,
      })),
    store: async (transaction, { id }) =>
      storeTopicWordsOf(transaction, id, await listProvisions(transaction, id)),
    onProgress,
  });

/** A form that nothing has. */
const noForm = '';

/** How many editions have to be read for their words of topics. */
export const countUnreadForTopics = ({ read }: Pick<Register, 'read'>): number =>
  countWithoutTopicWords(read, topicWordsForm);
