import type { Register } from '../../../db/connection.ts';
import { readCommitmentQuery } from '../../catalogue/commitment-query.ts';
import { knowCommitmentValues } from '../../registry/know-commitment-values.ts';
import type { AskedCommitments } from '../../registry/list-commitments.ts';
import { readWords } from '../../search/words-in-text.ts';

/** What an address of the commitments asks for, for their page and their files alike. */
export type CommitmentsAsked = AskedCommitments & {
  readonly page: number;
  /** Sentences about what means nothing and is left out. */
  readonly problems: readonly string[];
  /** The same question as parameters in one fixed form, without the number of the page. */
  readonly query: Readonly<Record<string, string>>;
};

/** Reads words (`q`), one parameter for each facet, and `page`. */
export async function askedCommitments(
  register: Register,
  params: URLSearchParams,
): Promise<CommitmentsAsked> {
  const exists = await knowCommitmentValues(register, {
    province: params.get('province'),
    network: params.get('network'),
  });
  const { filter, page, problems, query } = readCommitmentQuery(params, exists);
  const { typed, query: words, problem } = readWords(params.get('q'));
  return {
    filter,
    words,
    page,
    problems: problem === null ? problems : [problem, ...problems],
    query: typed === '' ? query : { q: typed, ...query },
  };
}
