import { type CommitmentListExport, commitmentRow, commitmentShortfall } from './commitment-list-export.ts';
import { oneLine } from './edition-export.ts';
import { writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const commitmentColumns = [
  'agreement',
  'title',
  'commitment',
  'metric',
  'comparator',
  'value',
  'unit',
  'per',
  'state',
  'state_label',
  'scope',
  'reading_state',
  'count',
  'complete',
  'units',
  'pending',
  'has_unnamed',
  'evidence_by_year',
  'due_start',
  'due_end',
  'due_as_written',
  'due_state',
  'period',
  'domain',
  'provision',
  'text_as_written',
  'provenance',
  'edition',
  'edition_address',
  'sha256',
  'address',
  'as_of',
] as const;

type Cells = Readonly<Partial<Record<(typeof commitmentColumns)[number], string | number>>>;

/**
 * The list as CSV, a commitment a row. Of one whose scope can be read in several ways the cells from `scope` to
 * `has_unnamed` hold every reading in the same order, divided by ` | `. A list too long for one file ends with a row
 * that says so.
 */
export function writeCommitmentListCsv(list: CommitmentListExport): string {
  const rows = list.rows.map((one): Cells => {
    const row = commitmentRow(one, list);
    const each = (text: (reading: (typeof row.readings)[number]) => string | number) =>
      row.readings.map(text).join(' | ');
    return {
      agreement: row.agreement,
      title: oneLine(row.title),
      commitment: row.commitment,
      metric: oneLine(row.metric),
      comparator: row.comparator,
      value: row.value,
      unit: oneLine(row.unit),
      per: row.per ?? '',
      state: row.state,
      state_label: row.stateLabel,
      scope: each(({ scope }) => scope),
      reading_state: each(({ state }) => state),
      count: each(({ count }) => count),
      complete: each(({ complete }) => complete),
      units: each(({ units }) => units),
      pending: each(({ pending }) => pending),
      has_unnamed: each(({ hasUnnamed }) => (hasUnnamed ? 'yes' : 'no')),
      evidence_by_year: row.evidence.map(({ beYear, pieces }) => `${beYear}:${pieces}`).join('; '),
      due_start: row.due?.start ?? '',
      due_end: row.due?.end ?? '',
      due_as_written: oneLine(row.due?.textAsWritten ?? ''),
      due_state: row.dueState,
      period: oneLine(row.period ?? ''),
      domain: oneLine(row.domain ?? ''),
      provision: row.provision ?? '',
      text_as_written: oneLine(row.textAsWritten),
      provenance: row.provenance,
      edition: row.edition,
      edition_address: row.editionAddress,
      sha256: row.sha256,
      address: row.address,
      as_of: list.asOf,
    };
  });
  const note = commitmentShortfall(list);
  return writeCsv(commitmentColumns, note === null ? rows : [...rows, { title: note, as_of: list.asOf }]);
}
