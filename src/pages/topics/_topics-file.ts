import { addresses } from '../../domain/addresses.ts';
import { accepted } from '../../domain/result.ts';
import { writeTopicsCountedCsv } from '../../exports/topics-csv.ts';
import { writeTopicsJson } from '../../exports/topics-json.ts';
import { countTopics } from '../../registry/count-topics.ts';
import type { RowsFile } from '../_rows-file.ts';

/** Every list of topics with its topics and their number of works. */
export const topicsFile: RowsFile<{ readonly works: ReadonlyMap<string, number> }> = {
  read: async (register, asOf) => accepted({ works: await countTopics(register, asOf) }),
  write: { csv: writeTopicsCountedCsv, json: writeTopicsJson },
  address: addresses.topicsFile,
  name: 'topics',
  title: () => 'ประเด็น',
};
