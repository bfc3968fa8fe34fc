import '../../src/server/require-node.mjs';
import { type Member, runNamed } from '../support/run-named.ts';

const benches: readonly Member[] = [
  {
    name: 'serve',
    about: 'an edition page beside a bare node:http server sending the same bytes',
    load: () => import('./serve.ts'),
  },
  {
    name: 'reading',
    about: 'bytes, requests, layout shift and time to text of pages on a slow line (--rounds N)',
    load: () => import('./reading.ts'),
  },
  {
    name: 'search',
    about:
      'quality and cost of search on a corpus with known answers (--corpus FILE --gold FILE [--engine NAME] [--json])',
    load: () => import('./search.ts'),
  },
  {
    name: 'search-server',
    about: 'milliseconds of a search of the register, warm (--corpus FILE --gold FILE [--copies N])',
    load: () => import('./search-server.ts'),
  },
  {
    name: 'search-files',
    about:
      'CPU of the file of a search, all and in one piece, beside its page, on the register of DATA_DIR (--query Q, --parts N)',
    load: () => import('./search-files.ts'),
  },
  {
    name: 'findable',
    about:
      'from publishing until a fresh browser finds the new words, on a copy of the register of DATA_DIR (--rounds N)',
    load: () => import('./findable.ts'),
  },
  {
    name: 'compare',
    about: 'two 32 KB Thai texts with small edits compared, beside diffArrays on words cut beforehand',
    load: () => import('./compare.ts'),
  },
  {
    name: 'desk',
    about:
      'saving and publishing a text of 32 KB on a copy of the register of DATA_DIR, beside fsynced writes (--rounds N)',
    load: () => import('./desk.ts'),
  },
  {
    name: 'news',
    about:
      'what news is read for beside what people found in it, on the register of DATA_DIR (--folder FOLDER)',
    load: () => import('./news.ts'),
  },
  {
    name: 'lists',
    about:
      'CPU for each request of list and place pages on the register of DATA_DIR (--requests N, --at-most MS)',
    load: () => import('./lists.ts'),
  },
  {
    name: 'lineage',
    about:
      'CPU of the pages about lineage on a copy of the register of DATA_DIR with deep and wide lineage (--requests N, --clauses N, --takers N, --depth N)',
    load: () => import('./lineage.ts'),
  },
  {
    name: 'concordance',
    about:
      'CPU of the clauses of 20 places on one topic, page and file, on the register of DATA_DIR (--requests N)',
    load: () => import('./concordance.ts'),
  },
  {
    name: 'agreements',
    about:
      'CPU of pages about parties, networks and commitments, of accepting evidence and of publishing, on the register of DATA_DIR (--requests N, --rounds N, --whole: serve and desk too)',
    load: () => import('./agreements.ts'),
  },
  {
    name: 'similar',
    about:
      'copied and adapted clauses that are found of a labelled set; with DATA_DIR also CPU and size on a copy of its register (--clauses N, --drafts N)',
    load: () => import('./similar.ts'),
  },
];

process.exitCode = await runNamed('bench', benches, process.argv.slice(2));
