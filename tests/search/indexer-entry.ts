/** An indexer process for tests: argument 1 the search folder, argument 2 the number of test works, argument 3 the revision. */
import { runIndexer } from '../../src/search/run-indexer.ts';
import { provider } from './index-in.ts';
import { testRecord } from './test-records.ts';

const [dir = '', works = '3', revision = '1'] = process.argv.slice(2);
const records = Array.from({ length: Number(works) }, (_, n) =>
  testRecord(`work-${n}`, { title: `ธรรมนูญกวางทดสอบ ${n} รุ่น ${revision}` }),
);
process.exitCode = await runIndexer({
  dir,
  source: {
    revision: () => Number(revision),
    changedWorkPaths: async () => null,
    withdrawnWorkPaths: () => [],
    records: provider(records),
  },
});
