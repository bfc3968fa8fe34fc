import { oneLine } from './edition-export.ts';
import { provisionCells } from './provision-csv.ts';
import { type SearchExport, type SearchRow, searchRows } from './search-rows.ts';
import { type CsvRow, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order: those of provisions, with what was found there, why, and how to cite it. */
export const searchColumns = [
  'title',
  'type',
  'edition',
  'label',
  'current',
  'found_in',
  'words',
  'other_words',
  'match',
  'why',
  'provision_id',
  'provision_kind',
  'provision_number',
  'provision_label',
  'heading',
  'inside',
  'text',
  'address',
  'citation',
  'adopted_start',
  'adopted_end',
  'adopted_as_written',
  'adopted_state',
  'effective_start',
  'published_at',
  'place_codes',
  'place_names',
  'provenance',
  'evidence_level',
  'sources',
  'edition_address',
  'sha256',
  'other_editions',
  'query',
  'note',
  'as_of',
] as const;

/**
 * What a search found as CSV, a place a row. A part that is not the last ends with a row that leads to the next; a search
 * that finds nothing is one row that says so.
 */
export const writeSearchCsv = (search: SearchExport): Promise<string> =>
  writeCsvInTurns(searchColumns, csvRows(search));

function* csvRows(search: SearchExport): Iterable<CsvRow<(typeof searchColumns)[number]>> {
  const { asOf, query, note, none, total, nextPath, origin } = search;
  const asked = { query: oneLine(query), note, as_of: asOf };
  for (const row of searchRows(search)) yield { ...cellsOf(row), ...asked };
  if (total === 0) yield { ...asked, title: none };
  if (nextPath === null) return;
  const address = new URL(nextPath, origin).href;
  yield { ...asked, title: 'แฟ้มนี้ยังไม่ครบทั้งผลการค้น ส่วนต่อไปอยู่ที่', address };
}

function cellsOf(row: SearchRow) {
  const cells = provisionCells(row);
  const isProvision = row.provision !== null;
  return {
    ...cells,
    heading: isProvision ? cells.heading : oneLine(row.heading ?? ''),
    text: isProvision ? cells.text : textCell(row),
    current: row.isCurrent ? 'yes' : '',
    other_editions: row.otherEditions,
    found_in: row.foundIn,
    match: row.match,
    why: oneLine(row.why),
    words: oneLine(row.words.join('; ')),
    other_words: oneLine(row.otherWords.join('; ')),
    place_names: oneLine(row.places.map(({ name }) => name).join('; ')),
    citation: oneLine(row.citation),
  };
}

/** Facts are lines, each of which says something of its own. */
const textCell = ({ foundIn, text }: Pick<SearchRow, 'foundIn' | 'text'>): string =>
  foundIn === 'facts' ? (text ?? '').split('\n').map(oneLine).join('; ') : oneLine(text ?? '');
