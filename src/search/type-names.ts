import { documentTypes } from '../catalogue/index.ts';
import type { TypeNames } from './search-request.ts';

/** The document types as the search of the server names them. */
export const typeNames: TypeNames = documentTypes.map(({ type, label }) => ({ type, label }));
