import { oneLine } from './edition-export.ts';
import { type TopicsExport, topicsDocument } from './topics-json.ts';
import { type CsvRow, writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const countedTopicColumns = [
  'row',
  'topic',
  'label',
  'note',
  'scheme',
  'scheme_title',
  'scheme_status',
  'claimed_size',
  'topics',
  'works',
  'source',
  'address',
  'as_of',
] as const;

type Row = CsvRow<(typeof countedTopicColumns)[number]>;

/** Topics as CSV: a row `scheme` for each list, and behind it a row `topic` for each topic in it. */
export function writeTopicsCountedCsv(file: TopicsExport): string {
  const { asOf, schemes, topics } = topicsDocument(file);
  const rows = schemes.flatMap((list): readonly Row[] => {
    const own = { scheme: list.scheme, scheme_title: oneLine(list.title), source: oneLine(list.source) };
    const scheme = {
      row: 'scheme',
      ...own,
      scheme_status: list.status,
      claimed_size: oneLine(list.claimedSize ?? ''),
      topics: list.topics,
      address: list.address,
      as_of: asOf,
    };
    const inside = topics
      .filter((one) => one.scheme === list.scheme)
      .map(({ topic, label, note, works, address }) => ({
        row: 'topic',
        ...own,
        ...{ topic, label: oneLine(label), note: oneLine(note ?? ''), works, address, as_of: asOf },
      }));
    return [scheme, ...inside];
  });
  return writeCsv(countedTopicColumns, rows);
}
