import { addresses } from '../../../domain/addresses.ts';
import type { WorkName } from '../../../domain/work.ts';
import { answerSearch } from '../../_answer-search.ts';

type Found = {
  readonly title: string;
  /** Address of the list of all its provisions. */
  readonly all: string;
  readonly provisions: readonly { readonly href: string; readonly label: string; readonly excerpt: string }[];
};

const textOf = (parts: readonly { readonly text: string }[]): string =>
  parts.map(({ text }) => text).join('');

/** Published works and their provisions in which words stand, as the search of the register finds them. */
export async function findProvisions(
  locals: Pick<App.Locals, 'register' | 'now' | 'searchWords'>,
  work: WorkName,
  q: string,
): Promise<readonly Found[]> {
  const chosen = { type: '', province: '', year: '', edition: '', provenance: '' };
  const { view } = await answerSearch(locals, { q, chosen, showsOlder: false, page: 1 });
  return (view?.results ?? []).map(({ title, workHref, clauses }) => {
    const from = workHref.slice(1);
    return {
      title: textOf(title),
      all: addresses.quote(work, { from }),
      provisions: clauses.flatMap(({ href, label, excerpt }) => {
        const [path = '', eid = ''] = href.split('#');
        const edition = /\/editions\/(\d+)$/.exec(path)?.[1];
        if (eid === '') return [];
        return [
          {
            href: addresses.quote(work, { from, edition, eid }),
            label: textOf(label),
            excerpt: textOf(excerpt),
          },
        ];
      }),
    };
  });
}
