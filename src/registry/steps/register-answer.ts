import type { TypeNames } from '../../search/search-request.ts';
import type { Answer } from '../../search/search-session.ts';

/** The whole answer of the register; its records are loaded for the page that is shown (`viewAnswer`). */
export type RegisterAnswer = {
  readonly answer: Answer;
  readonly types: TypeNames;
  /** The revision of the register that answered; null as of a moment, which no later revision changes. */
  readonly revision: number | null;
};
