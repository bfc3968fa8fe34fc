import type { Reading, UnitProgress } from '../domain/commitment-progress.ts';
import type { CountedCommitment, EvidenceRow } from '../domain/counted-commitment.ts';
import type { Commitment } from '../domain/edition.ts';
import type { Fact } from '../domain/fact.ts';
import { takenBackNote } from '../i18n/as-of.ts';
import { comparatorLabels, spanStateLabels } from '../i18n/labels.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import {
  type CommitmentsExport,
  commitmentsAddress,
  namedPlace,
  provisionAddress,
  workAddress,
} from './commitments-export.ts';
import { oneLine } from './edition-export.ts';
import { fileAddress, namedOrganisation, namedSources } from './parties-export.ts';
import { sourcesCell, writeCsv } from './write-csv.ts';

/** Names of the columns, in their order; English without spaces, as data.go.th asks. */
export const commitmentColumns = [
  'row',
  'commitment',
  'metric',
  'comparator',
  'comparator_label',
  'value',
  'unit',
  'per',
  'due',
  'period',
  'domain',
  'provision',
  'wording',
  'scope',
  'counted_for',
  'counted_for_name',
  'be_year',
  'count',
  'waiting',
  'state',
  'state_label',
  'evidence',
  'title',
  'organisation',
  'organisation_name',
  'place',
  'place_name',
  'done_on',
  'done_as_written',
  'accepted_on',
  'accepted_by',
  'assessor',
  'note',
  'sources',
  'day',
  'as_of',
  'address',
] as const;

type Cells = Readonly<Partial<Record<(typeof commitmentColumns)[number], string | number>>>;

/**
 * The page as CSV. A row `reading` for every reading of a commitment; a row `unit` for each party or place, and for
 * each year, that is counted by itself; a row `evidence` for each accepted deed; a row `assessment` for each judgement
 * from outside. `count` of a reading that counts parties or places is how many of them are complete.
 */
export const writeCommitmentsCsv = (list: CommitmentsExport): string =>
  writeCsv(
    commitmentColumns,
    list.commitments.flatMap((counted) => rowsOf(list, counted)),
  );

function rowsOf(list: CommitmentsExport, counted: CountedCommitment): readonly Cells[] {
  const { commitment, progress, evidence, waiting, assessments } = counted;
  const promised = promisedCells(list, commitment);
  const readings = progress.readings.flatMap((reading): readonly Cells[] => [
    {
      row: 'reading',
      ...promised,
      scope: reading.scope,
      count: isEach(reading) ? reading.complete : (reading.units[0]?.count ?? 0),
      waiting,
      ...stateCells(reading.state),
      note: isEach(reading) ? `${reading.complete}/${reading.units.length}` : '',
      sources: sourcesCell(namedSources(list, commitment.sources)),
    },
    ...unitRows(list, reading).map((unit) => ({ row: 'unit', ...promised, scope: reading.scope, ...unit })),
  ]);
  const deeds = evidence.map((one) => ({ row: 'evidence', ...promised, ...deedCells(list, one) }));
  const judged = assessments.map(
    ({ value, assessor, date, source, note }): Cells => ({
      row: 'assessment',
      ...promised,
      state: value,
      assessor: oneLine(assessor),
      done_on: dateCell(date),
      note: oneLine(note ?? ''),
      sources: sourcesCell(source === null ? [] : [source]),
    }),
  );
  return [...readings, ...deeds, ...judged];
}

const isEach = ({ scope }: Pick<Reading, 'scope'>): boolean =>
  scope === 'each_party' || scope === 'each_place';

const stateCells = (state: Reading['state']): Cells => ({ state, state_label: spanStateLabels[state] });

const promisedCells = (list: CommitmentsExport, commitment: Commitment): Cells => ({
  commitment: commitment.id,
  metric: oneLine(commitment.metric),
  comparator: commitment.comparator,
  comparator_label: comparatorLabels[commitment.comparator],
  value: commitment.value,
  unit: oneLine(commitment.unit),
  per: commitment.per ?? '',
  due: factDate(commitment.due),
  period: oneLine(commitment.period ?? ''),
  domain: oneLine(commitment.domain ?? ''),
  provision: provisionAddress(list, commitment.provision) ?? '',
  wording: oneLine(commitment.textAsWritten),
  day: list.day,
  as_of: list.asOf.text,
  address: commitmentsAddress(list, commitment.id),
});

/** Nothing for what is counted together once: its row is that of the reading. */
function unitRows(list: CommitmentsExport, reading: Reading): readonly Cells[] {
  return reading.units.flatMap((unit): readonly Cells[] => {
    const named = unit.unit === null ? {} : unitName(list, reading.scope, unit.unit);
    if (unit.years.length > 0) {
      return unit.years.map((year) => ({ ...named, be_year: year.beYear, ...countCells(year) }));
    }
    return unit.unit === null ? [] : [{ ...named, ...countCells(unit) }];
  });
}

const unitName = (list: CommitmentsExport, scope: Reading['scope'], unit: string): Cells => ({
  counted_for: unit,
  counted_for_name: oneLine(
    scope === 'each_place' ? namedPlace(list, unit).name : namedOrganisation(list, unit).name,
  ),
});

const countCells = ({
  count,
  pending,
  state,
  evidence,
}: Pick<UnitProgress, 'count' | 'pending' | 'state' | 'evidence'>): Cells => ({
  count,
  waiting: pending,
  ...stateCells(state),
  evidence: evidence.join(' '),
});

function deedCells(list: CommitmentsExport, row: EvidenceRow): Cells {
  const { number, organisation, amount, doneOn, filing, accepted } = row;
  const { source = null, file = null, work = null } = filing ?? {};
  const shownBy = workAddress(work, list.origin);
  return {
    evidence: number,
    organisation,
    organisation_name: oneLine(namedOrganisation(list, organisation).name),
    count: amount,
    done_on: filing ? dateCell(filing.date) : doneOn,
    accepted_on: accepted.on,
    accepted_by: accepted.by === null ? '' : oneLine(namedOrganisation(list, accepted.by).name),
    address: commitmentsAddress(list, `evidence-${number}`),
    ...(filing === null && { note: takenBackNote }),
    ...(filing && {
      title: oneLine(filing.title),
      done_as_written: oneLine(filing.date.textAsWritten ?? ''),
      note: oneLine(filing.note ?? ''),
      sources: sourcesCell([
        ...(source === null ? [] : [source]),
        ...(file === null ? [] : [{ title: file.name, url: fileAddress(file, list.origin) }]),
        ...(shownBy === null ? [] : [{ title: work ?? '', url: shownBy }]),
      ]),
    }),
    ...(filing?.place && { place: filing.place, place_name: oneLine(namedPlace(list, filing.place).name) }),
  };
}

const dateCell = ({ start, end }: WrittenDate): string => (end === null ? start : `${start}/${end}`);

/** A date, or how it is missing. */
const factDate = (fact: Fact<WrittenDate>): string =>
  fact.kind === 'given' ? dateCell(fact.value) : fact.kind;
