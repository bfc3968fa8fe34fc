/** May a document lead its reader to this address? Only to the web, a letter or a telephone. */
export const isSafeLink = (address: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/i.test(address.trim());
