import type { Register } from '../../db/connection.ts';
import { indexWords } from '../search/index-words.ts';
import { useWords } from './steps/searched-register.ts';

/**
 * Lets searches of a register put slips right and part questions without spaces, by the words of its index.
 * @param searchDir the search folder, `DATA_DIR/search`; it may still be empty
 */
export function searchWithWords(register: Register, searchDir: string): void {
  useWords(register, indexWords(searchDir));
}
