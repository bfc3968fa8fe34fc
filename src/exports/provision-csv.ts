import { evidenceLevelLabels } from '../i18n/labels.ts';
import { oneLine } from './edition-export.ts';
import { type ProvisionExport, provisionRows, type provisionRowsOf } from './provision-rows.ts';
import { type CsvRow, sourcesCell, writeCsvInTurns } from './write-csv.ts';

/** Names of the columns, in their order. */
export const provisionColumns = [
  'title',
  'type',
  'edition',
  'label',
  'provision_id',
  'provision_kind',
  'provision_number',
  'provision_label',
  'heading',
  'inside',
  'text',
  'adopted_start',
  'adopted_end',
  'adopted_as_written',
  'adopted_state',
  'effective_start',
  'published_at',
  'place_codes',
  'provenance',
  'evidence_level',
  'sources',
  'address',
  'edition_address',
  'sha256',
  'as_of',
] as const;

/** A list as CSV, a provision a row. A part that is not the last ends with a row that leads to the next. */
export const writeProvisionCsv = (list: ProvisionExport): Promise<string> =>
  writeCsvInTurns(provisionColumns, csvRows(list));

function* csvRows(list: ProvisionExport): Iterable<CsvRow<(typeof provisionColumns)[number]>> {
  for (const row of provisionRows(list)) yield { ...provisionCells(row), as_of: list.asOf };
  if (list.nextPath === null) return;
  const next = new URL(list.nextPath, list.origin).href;
  yield { title: 'แฟ้มนี้ยังไม่ครบทั้งรายการ ส่วนต่อไปอยู่ที่', address: next, as_of: list.asOf };
}

/** The cells of a row about a provision, or about an edition without one. */
export function provisionCells(row: ReturnType<typeof provisionRowsOf>[number]) {
  const { provision } = row;
  return {
    title: oneLine(row.title),
    type: row.type,
    edition: row.edition,
    label: oneLine(row.label ?? ''),
    provision_id: provision?.id ?? '',
    provision_kind: provision?.kind ?? '',
    provision_number: provision?.number ?? '',
    provision_label: oneLine(provision?.label ?? ''),
    heading: oneLine(provision?.heading ?? ''),
    inside: provision?.parent ?? '',
    text: oneLine(provision?.text ?? ''),
    adopted_start: row.adopted?.start ?? '',
    adopted_end: row.adopted?.end ?? '',
    adopted_as_written: oneLine(row.adopted?.textAsWritten ?? ''),
    adopted_state: row.adoptedState,
    effective_start: row.effective?.start ?? '',
    published_at: row.publishedAt,
    place_codes: row.placeCodes.join('; '),
    provenance: row.provenance,
    evidence_level: row.evidenceLevel === null ? '' : evidenceLevelLabels[row.evidenceLevel],
    sources: sourcesCell(row.sources),
    address: row.address,
    edition_address: row.editionAddress,
    sha256: row.sha256,
  };
}
