import { type ConcordanceExport, concordanceRows } from './concordance-rows.ts';
import { oneLine } from './edition-export.ts';
import { writeCsv } from './write-csv.ts';

/** Names of the columns, in their order. */
export const concordanceColumns = [
  'place_code',
  'place',
  'title',
  'type',
  'edition',
  'provision_id',
  'provision_label',
  'heading',
  'text',
  'words',
  'adopted_start',
  'adopted_as_written',
  'standing',
  'provenance',
  'address',
  'topic',
  'day',
  'as_of',
] as const;

/** A concordance as CSV, a clause a row. */
export const writeConcordanceCsv = (exported: ConcordanceExport): string =>
  writeCsv(
    concordanceColumns,
    concordanceRows(exported).map((row) => ({
      place_code: row.place.code,
      place: row.place.name,
      title: oneLine(row.title),
      type: row.type,
      edition: row.edition,
      provision_id: row.provision.id,
      provision_label: oneLine(row.provision.label),
      heading: oneLine(row.provision.heading ?? ''),
      text: oneLine(row.provision.text),
      words: row.words.join('; '),
      adopted_start: row.adopted?.start ?? '',
      adopted_as_written: oneLine(row.adopted?.textAsWritten ?? ''),
      standing: row.standing,
      provenance: row.provenance,
      address: row.address,
      topic: exported.topic.id,
      day: exported.concordance.day,
      as_of: exported.asOf,
    })),
  );
