import type { Register } from '../../db/connection.ts';
import { lastSearchChange, listWorksChangedSince } from '../../db/search-rows.ts';
import type { WorkName } from '../domain/work.ts';

/** How far a search index that reads the register now will have read. */
export const indexPosition = (register: Register): number => lastSearchChange(register.read);

/** The works that got an edition, or were withdrawn, after a position. */
export const findChangedWorks = (register: Register, position: number): Promise<readonly WorkName[]> =>
  listWorksChangedSince(register.read, position);
