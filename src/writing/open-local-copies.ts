import { type DBSchema, openDB } from 'idb';
import type { LocalCopies, LocalCopy } from './local-copy.ts';

interface CopiesSchema extends DBSchema {
  copies: { key: string; value: LocalCopy; indexes: { 'by-user': string } };
}

/** The local copies in the IndexedDB of this browser; each write is on the disk when it resolves. */
export function openLocalCopies(): LocalCopies {
  const opening = openDB<CopiesSchema>('tammanoon-desk', 1, {
    upgrade: (database) => {
      database.createObjectStore('copies', { keyPath: 'id' }).createIndex('by-user', 'userId');
    },
  });
  // A browser that keeps nothing is told by every call; without a call it is no error.
  opening.catch(() => undefined);
  return {
    put: async (copy) => {
      const transaction = (await opening).transaction('copies', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(copy), transaction.done]);
    },
    remove: async (id) => {
      await (await opening).delete('copies', id);
    },
    list: async (userId) => {
      const copies = await (await opening).getAllFromIndex('copies', 'by-user', userId);
      return copies.sort((one, other) => other.at - one.at);
    },
  };
}
